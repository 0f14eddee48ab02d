/** Whether the database can be asked for this id: PostgreSQL rejects a query with a NUL. */
export function isPlainId(id: string): boolean {
  return /^[^\p{Cc}]{1,100}$/u.test(id);
}
