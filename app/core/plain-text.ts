/** Typed text as it can be kept: browsers send a line's end as two letters, no other control character is meant, and PostgreSQL keeps
 *  no NUL. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}
