/** The text for a key from a URL, or undefined. Only own keys count, so "constructor" finds nothing. */
export function lookUp(words: Readonly<Record<string, string>>, key: string | null): string | undefined {
  return key !== null && Object.hasOwn(words, key) ? words[key] : undefined;
}
