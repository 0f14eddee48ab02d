/** 32 characters that are hard to confuse when read aloud or copied: no I, L, O, U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** "2026-7K4M-9QXT": the year of completion and 40 random bits. For reference only; it grants no access. */
export function certificateNumber(year: string, random: Uint8Array): string {
  if (random.length < length) throw new RangeError(`${random.length} random bytes are too few`);
  const letters = [...random.slice(0, length)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return `${year}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
