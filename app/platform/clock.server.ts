/** The one place where this process reads its own clock. Holds are judged by `databaseNow` instead. */
export function now(): Date {
  return new Date();
}
