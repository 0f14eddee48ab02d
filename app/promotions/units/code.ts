/** A code as compared: people type lowercase letters, spaces, and hyphens. */
export function normalizeCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, "");
}
