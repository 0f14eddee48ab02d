/** Table cell for a content category the discipline doesn't have, which is not the same as zero credits. */
export function Absent() {
  return (
    <>
      <span aria-hidden="true" className="text-muted">
        –
      </span>
      <span className="sr-only">not in this discipline</span>
    </>
  );
}
