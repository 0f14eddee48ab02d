/** An e-mail address that wraps before the "@" if it is too long. */
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
