/** The only place this process reads its own clock. Holds use `databaseNow` instead. */
export function now(): Date {
  return new Date();
}
