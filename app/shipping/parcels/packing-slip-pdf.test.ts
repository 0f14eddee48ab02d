import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { pdfText } from "../../../tests/support/pdf-text";
import { packingSlipsPdf, type Slip } from "./packing-slip-pdf.server";

const at = new Date("2026-11-24T18:00:00Z");
const sender = {
  name: "Tungsten Row Imaging Education",
  address: ["1180 Foundry Street, Suite 4", "Port Alder, WI 53299"],
  email: "help@tungstenrow.example",
  phone: "(262) 555-0142",
};
const slip: Slip = {
  number: 1042,
  paidOn: "2026-11-23",
  address: ["Ada Lim", "12 Canal Street", "Madison, WI 53703"],
  lines: [{ title: "IV Therapeutics", isbn: "979-8-0412-0239-2", copies: 2, note: "1 more in another parcel" }],
  gift: undefined,
};

async function print(change: Partial<Slip> = {}, paper: "letter" | "a4" = "letter"): Promise<string[]> {
  return pdfText(await buffer(await packingSlipsPdf([{ ...slip, ...change }], sender, { paper, at })));
}

test("a slip shows the contents, recipient, order, and contact", async () => {
  const pages = await print();
  expect(pages).toHaveLength(1);
  for (const words of [
    "Packing slip",
    "Order 1042",
    "Paid Nov 23, 2026",
    "Ada Lim",
    "Madison, WI 53703",
    "2 ×",
    "IV Therapeutics",
    "ISBN 979-8-0412-0239-2",
    "1 more in another parcel",
    "help@tungstenrow.example",
  ])
    expect(pages[0]).toContain(words);
  expect(pages[0]).not.toMatch(/\$|gift/i);
});

test("a gift's slip has the message in any script, and no price", async () => {
  const [page = ""] = await print({ gift: "Gratulation, Zoë!\n祝贺你" });
  for (const words of ["A gift for you", "Gratulation, Zoë!", "祝贺你"]) expect(page).toContain(words);
  expect(page).not.toContain("$");
});

test("a gift without a message still says it's a gift", async () => {
  expect((await print({ gift: "" }))[0]).toContain("A gift for you");
});

test("many books and a long message continue on numbered pages", async () => {
  const lines = Array.from({ length: 40 }, (_, index) => ({
    title: `Volume ${index + 1}`,
    isbn: null,
    copies: 1,
    note: "",
  }));
  const pages = await print({ lines, gift: "word ".repeat(2000) }, "a4");
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, index) => {
    expect(page.replaceAll(/\s+/g, " ")).toContain(`Order 1042, page ${index + 1} of ${pages.length}`);
  });
  const all = pages.join("\n");
  expect(all.match(/Volume \d+/g)).toHaveLength(40);
  expect(all.match(/word/g)).toHaveLength(2000);
});

test("slips for several parcels: each starts on its own page", async () => {
  const other = { ...slip, number: 1043 };
  const pages = pdfText(await buffer(await packingSlipsPdf([slip, other], sender, { paper: "letter", at })));
  expect(pages.map((page) => /Order \d+/.exec(page)?.[0])).toEqual(["Order 1042", "Order 1043"]);
});
