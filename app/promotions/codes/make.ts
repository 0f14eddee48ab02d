/** Letters and digits that don't look alike, and no vowels, so no code is a word. 4.39 bits each. */
export const codeAlphabet = "34679CDFGHJKMNPQRTVWX";
/** 12 characters are 52.7 bits: with a million codes, one guess in 7 billion hits. */
export const codeLength = 12;
/** Bytes from this value up would make some characters more likely. */
const fair = 256 - (256 % codeAlphabet.length);

/** `count` different codes after a prefix, made from the random bytes of `nextBytes`. */
export function makeCodes(count: number, prefix: string, nextBytes: (size: number) => Uint8Array): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(prefix + randomText(nextBytes));
  return [...codes];
}

function randomText(nextBytes: (size: number) => Uint8Array): string {
  let text = "";
  while (text.length < codeLength)
    for (const byte of nextBytes(codeLength * 2))
      if (byte < fair && text.length < codeLength) text += codeAlphabet[byte % codeAlphabet.length];
  return text;
}

/** A code as printed: "SPRING-7QKD-F3RM-9XTW". Hyphens don't matter when it is entered. */
export function printCode(code: string, prefix = ""): string {
  const groups = code.slice(prefix.length).match(/.{1,4}/g) ?? [];
  return [prefix, ...groups].filter(Boolean).join("-");
}
