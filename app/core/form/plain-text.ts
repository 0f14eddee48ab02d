/** Typed text ready to store: CRLF becomes LF, and other control characters, including the NUL that PostgreSQL
 *  rejects, are removed. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}
