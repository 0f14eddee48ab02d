import { expect, test } from "vitest";
import { lineNotes } from "./line-notes";

const plain = {
  quantity: 1,
  approval: { startsOn: "2026-01-01", endsOn: "2028-12-31" },
  today: "2026-11-24",
  copiesLeft: undefined,
  otherFormats: 0,
  isBoughtBefore: false,
  isComplete: true,
};

function ending(endsOn: string) {
  return { approval: { startsOn: "2024-11-01", endsOn } };
}

test.each([
  { story: "nothing to say about an eBook without an ISBN", facts: {}, expected: [] },
  { story: "the approval ends tomorrow", facts: ending("2026-11-25"), expected: ["approval-ends-soon"] },
  { story: "the approval ends today", facts: ending("2026-11-24"), expected: ["approval-ends-soon"] },
  { story: "the approval ends in 61 days", facts: ending("2027-01-24"), expected: [] },
  { story: "the approval has ended", facts: ending("2026-10-31"), expected: ["approval-ended!"] },
  {
    story: "an approval that begins tomorrow hasn't ended",
    facts: { approval: { startsOn: "2026-11-25", endsOn: "2028-11-24" } },
    expected: ["approval-not-started!"],
  },
  { story: "no copies left", facts: { copiesLeft: 0 }, expected: ["out-of-stock!"] },
  { story: "too few copies", facts: { copiesLeft: 2, quantity: 3 }, expected: ["too-few-copies!", "several-people"] },
  { story: "enough copies", facts: { copiesLeft: 2, quantity: 2 }, expected: ["several-people"] },
  { story: "the same course in two formats", facts: { otherFormats: 1 }, expected: ["same-activity"] },
  { story: "bought before", facts: { isBoughtBefore: true }, expected: ["bought-before"] },
  { story: "a sample", facts: { isComplete: false }, expected: ["sample"] },
])("SCENARIO 21 and EDUCATION 7, 9: $story", ({ facts, expected }) => {
  const notes = lineNotes({ ...plain, ...facts });
  expect(notes.map((note) => `${note.kind}${note.blocks ? "!" : ""}`)).toEqual(expected);
});
