/** The words for a key that comes from a page's address, so it may be anything: "constructor", which every object has, is none
 *  of them. Undefined where there are none. */
export function wordsFor(words: Readonly<Record<string, string>>, key: string | null): string | undefined {
  return key !== null && Object.hasOwn(words, key) ? words[key] : undefined;
}
