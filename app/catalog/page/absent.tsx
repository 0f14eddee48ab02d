/** In a table's cell: the discipline does not have this content category, which is not the same as zero credits. */
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
