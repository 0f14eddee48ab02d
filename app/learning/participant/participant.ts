import { z } from "zod";
import { customerKeyOf, Email } from "~/core/email";
import { hasWebAddress } from "~/core/typed-links";

/** A name for a certificate: any script, no control characters, no web address. */
export const CertificateName = z
  .string({ error: "Enter the name for the certificate." })
  .trim()
  .min(1, { error: "Enter the name for the certificate.", abort: true })
  .max(200, "Use at most 200 characters.")
  .refine(
    (name) => !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name),
    "Enter the name without line breaks.",
  )
  .refine((name) => /[\p{L}\p{N}]/u.test(name), "Enter the name in letters.")
  // SECURITY 66: names are printed in letters to others.
  .refine((name) => !hasWebAddress(name), "Enter a name without a web address, and put a space after a period.")
  .transform((name) => name.normalize("NFC").replace(/\s+/gu, " "));

export const Participant = z.object({ name: CertificateName, email: Email });
export type Participant = z.infer<typeof Participant>;

type Named = { name: string; email: string };

/** Whether a change names the same person: the same mailbox, and a name that differs only in spelling, order, accents,
 *  or added or dropped parts. After an attempt, the certificate can't go to anyone else. */
export function isSamePerson(before: Named, after: Named): boolean {
  if (customerKeyOf(before.email) !== customerKeyOf(after.email)) return false;
  const old = partsOf(before.name);
  const next = partsOf(after.name);
  if (old.length === 0 || next.length === 0) return before.name === after.name;
  const [fewer, more] = old.length <= next.length ? [old, next] : [next, old];
  if (fewer.every((part) => more.some((other) => isSpellingOf(part, other)))) return true;
  return isSpellingOf(old.join(""), next.join(""));
}

function partsOf(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
}

/** At most a third of the letters differ. */
function isSpellingOf(one: string, other: string): boolean {
  const longer = Math.max([...one].length, [...other].length);
  return distance([...one], [...other]) <= Math.floor(longer / 3);
}

/** Levenshtein distance. */
function distance(one: string[], other: string[]): number {
  let row = other.map((_, index) => index + 1);
  one.forEach((letter, index) => {
    let left = index + 1;
    let diagonal = index;
    row = row.map((above, column) => {
      const cost = Math.min(above + 1, left + 1, diagonal + (letter === other[column] ? 0 : 1));
      diagonal = above;
      left = cost;
      return cost;
    });
  });
  return row.at(-1) ?? one.length;
}
