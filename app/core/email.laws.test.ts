import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanEmail, customerKeyOf, Email } from "./email";

const invisible = [
  ..."\u200b\u200c\u200d\u200e\u200f\u00ad\u034f\u061c\u180e\u202a\u202e\u2060\u2066\u2069\u3164\ufe0f\ufeff\u{e0100}",
];
/** Letters whose upper case leads back to them. */
const plain = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789+_-".split(""));
const word = fc.array(plain, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(""));
const label = fc.constantFrom("example", "mail", "bücher", "例え", "пример", "xn--bcher-kva", "radiology-1");
const address = fc
  .tuple(word, word, label, fc.constantFrom("example", "org", "香港"))
  .map(([one, two, host, top]) => `${one}.${two}@${host}.${top}`);

/** The same address as somebody else might type it. */
const variant = fc
  .tuple(address, fc.infiniteStream(fc.nat(11)), fc.infiniteStream(fc.constantFrom(...invisible)))
  .map(([email, choices, marks]) => {
    const typed = [...email].map((letter) => {
      const choice = choices.next().value;
      const mark = marks.next().value;
      const upper = letter.toUpperCase();
      const wide = /[!-~]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter;
      const forms = [
        letter,
        letter,
        letter,
        upper,
        upper,
        wide,
        letter.normalize("NFD"),
        `${letter}${mark}`,
        `${mark}${letter}`,
      ];
      return forms[choice] ?? letter;
    });
    return { email, typed: ` ${typed.join("")}${(choices.next().value ?? 0) > 8 ? "." : ""}\u00a0` };
  });

test("PRICING 7, SECURITY 54: any letter case, width, and invisible character is the same mailbox, and is accepted", () => {
  fc.assert(
    fc.property(variant, ({ email, typed }) => {
      expect(customerKeyOf(typed)).toBe(customerKeyOf(email));
      expect(Email.safeParse(typed).success).toBe(Email.safeParse(email).success);
    }),
    { numRuns: 300 },
  );
});

test("SECURITY 54: cleaning any address twice gives the same result as once", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })).map((parts) => parts.join("@")),
    variant.map(({ typed }) => typed),
  );
  fc.assert(
    fc.property(anything, (typed) => {
      expect(cleanEmail(cleanEmail(typed))).toBe(cleanEmail(typed));
      expect(customerKeyOf(customerKeyOf(typed))).toBe(customerKeyOf(typed));
      expect(customerKeyOf(cleanEmail(typed))).toBe(customerKeyOf(typed));
      const read = Email.safeParse(typed);
      if (read.success) expect(Email.parse(read.data)).toBe(read.data);
    }),
    { numRuns: 1000 },
  );
});
