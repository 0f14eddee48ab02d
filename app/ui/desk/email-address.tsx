/** An e-mail address that, where it is too long for its place, breaks before the "@" first. */
export function Address({ children }: { children: string }) {
  const at = children.lastIndexOf("@");
  if (at < 1) return <>{children}</>;
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  );
}
