/** A path inside this shop, or `fallback`: one leading "/", no "//", no "\", no control characters, no scheme. Encoded, because
 *  a header holds no other characters. Every redirect whose target a visitor can influence goes through here. */
export function safePath(target: unknown, fallback = "/"): string {
  if (typeof target !== "string" || target.length > 2000) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the check rejects control characters
  if (!/^\/(?!\/)[^\\\u0000-\u001f\u007f]*$/.test(target) || target.includes("//")) return fallback;
  const { pathname, search, hash } = new URL(target, "https://shop.invalid");
  return `${pathname}${search}${hash}`;
}
