import fc from "fast-check";
import { expect, test } from "vitest";
import { credits } from "~/core/credits";
import { creditsStillNeeded } from "./credits-needed";

const amount = fc.nat(3000).map(credits);
const line = fc.record({ subcategory: fc.string(), prescribed: amount, completed: amount });

test("EDUCATION 5: extra credits in one subcategory never count toward another", () => {
  const lines = [
    { subcategory: "a", prescribed: credits(300), completed: credits(500) },
    { subcategory: "b", prescribed: credits(200), completed: credits(75) },
  ];
  expect(creditsStillNeeded(lines)).toEqual({ open: [0, 125], total: 125 });
});

test("law: more credits in one subcategory change nothing in the others", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), amount, (lines, more) => {
      const [first, ...rest] = lines;
      if (!first) return;
      const richer = [{ ...first, completed: credits(first.completed + more) }, ...rest];
      expect(creditsStillNeeded(richer).open.slice(1)).toEqual(creditsStillNeeded(lines).open.slice(1));
    }),
  );
});
