import { expect, test } from "vitest";
import { linkDays } from "~/addresses/mailed";
import { linkToken, newLinkToken, readLinkToken } from "./link-token.server";
import { signatureOf } from "./secrets.server";

const row = { id: "order-of-ada", linkVersion: 3 };
const end = new Date("2026-12-30T12:00:00Z");
const before = new Date(end.getTime() - 1000);
const [ours] = [linkToken("order", row, end)];
const [endText = "", signature = ""] = ours.split(".");
const later = (Number.parseInt(endText, 36) + 86_400).toString(36);

test.each([
  { story: "until its end it opens", expected: "open" },
  { story: "at its end it is over", at: end, expected: "over" },
  { story: "after its row’s version was raised it is over", linkVersion: 4, expected: "over" },
  { story: "after a hundred more versions it is still over", linkVersion: 103, expected: "over" },
  { story: "of a version long gone it is forged", linkVersion: 104, expected: "forged" },
  { story: "of a version that is still to come it is forged", linkVersion: 2, expected: "forged" },
  { story: "for another order it is forged", id: "order-of-kim", expected: "forged" },
  { story: "for a course it is forged", kind: "learning" as const, expected: "forged" },
  { story: "with a later end it is forged", token: `${later}.${signature}`, expected: "forged" },
  { story: "with the same end in another spelling it is forged", token: `0${ours}`, expected: "forged" },
  { story: "with an edited signature it is forged", token: `${endText}.A${signature.slice(1)}`, expected: "forged" },
  { story: "with a cut signature it is forged", token: ours.slice(0, -1), expected: "forged" },
  { story: "with something after it it is forged", token: `${ours}.x`, expected: "forged" },
  { story: "without its signature it is forged", token: `${endText}.`, expected: "forged" },
  { story: "without its end it is forged", token: signature, expected: "forged" },
  { story: "empty it is forged", token: "", expected: "forged" },
  {
    story: "of the kind mailed before links had an end it is over",
    token: signatureOf("order", row.id),
    expected: "over",
  },
  { story: "of that kind for another order it is forged", token: signatureOf("order", "x"), expected: "forged" },
  { story: "of that kind for a course it is forged", token: signatureOf("learning", row.id), expected: "forged" },
])(
  "SECURITY 45: $story",
  ({ id = row.id, linkVersion = 3, kind = "order" as const, token = ours, at = before, expected }) => {
    expect(readLinkToken(kind, { id, linkVersion }, token, at).kind).toBe(expected);
  },
);

test("SECURITY 45: an order’s link ends after 30 days, a course’s and its confirmation’s after 180", () => {
  expect(linkDays).toEqual({ order: 30, learning: 180, confirmation: 180 });
  for (const kind of ["order", "learning", "confirmation"] as const) {
    const at = Date.now();
    const state = readLinkToken(kind, row, newLinkToken(kind, row), new Date(at));
    if (state.kind !== "open") throw new Error(state.kind);
    expect((state.endsAt.getTime() - at) / 86_400_000).toBeCloseTo(linkDays[kind], 3);
  }
});
