import { expect, test } from "vitest";
import type { Part } from "./letter";
import { letterText } from "./text";

const shop = { name: "A shop", address: ["1 Road", "Town, WI 1"], email: "help@shop.example", phone: "(262) 555-0142" };

test.each<{ story: string; part: Part; expected: string }>([
  { story: "words", part: { kind: "text", text: "Hello." }, expected: "Hello." },
  {
    story: "a quote, line by line",
    part: { kind: "quote", by: "Bo writes", text: "One\nTwo" },
    expected: "Bo writes:\n> One\n> Two",
  },
  {
    story: "items with price explanations",
    part: {
      kind: "items",
      items: [
        {
          ...{ quantity: 2, title: "Doses", formatName: "eBook", prices: "at $9.00", amount: "$18.00" },
          explanation: "List $10.00 each, sale −$1.00",
        },
      ],
    },
    expected: "2 x Doses (eBook) at $9.00: $18.00\n    List $10.00 each, sale −$1.00",
  },
  {
    story: "mailed items without prices",
    part: { kind: "items", items: [{ quantity: 1, title: "Doses", formatName: "Book by mail" }] },
    expected: "1 x Doses (Book by mail)",
  },
  {
    story: "amounts",
    part: { kind: "totals", rows: [{ label: "Total paid", amount: "$18.00" }] },
    expected: "Total paid: $18.00",
  },
  {
    story: "facts with one and several lines",
    part: {
      kind: "facts",
      rows: [
        { label: "Paid on", lines: ["Nov 30, 2026"] },
        { label: "Mailed to", lines: ["Bo", "1 Lane"] },
      ],
    },
    expected: "Paid on: Nov 30, 2026\nMailed to:\n    Bo\n    1 Lane",
  },
  {
    story: "links",
    part: { kind: "links", rows: [{ label: "Open Doses", notes: ["eBook"], url: "https://a.example/b" }] },
    expected: "Open Doses\n    eBook\nhttps://a.example/b",
  },
  {
    story: "the call to action",
    part: { kind: "button", label: "Open", url: "https://a.example/b" },
    expected: "Open:\nhttps://a.example/b",
  },
])("$story", ({ part, expected }) => {
  const letter = { subject: "S", title: "The title", parts: [part], reason: "You asked." };
  expect(letterText(letter, shop)).toBe(
    `The title\n\n${expected}\n\n-- \nA shop\n1 Road\nTown, WI 1\nhelp@shop.example\n(262) 555-0142\n\nYou asked.\n`,
  );
});
