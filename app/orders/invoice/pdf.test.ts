import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { OrderId, PromotionId } from "~/core/ids";
import { cents, noCents } from "~/core/money";
import { type Paper, papers } from "~/core/paper";
import type { Adjustment, Portion } from "~/promotions/pricing/priced-cart";
import { pdfText } from "../../../tests/support/pdf-text";
import { invoiceOf } from "./invoice";
import { invoicePdf } from "./pdf.server";

const seller = {
  name: "Tungsten Row",
  address: ["12 Foundry Street", "Port Alder, WI 53299"],
  email: "help@tungstenrow.example",
  phone: "555-0100",
  timeZone: "America/Chicago",
};
const sale: Adjustment = {
  ...{
    promotionId: PromotionId.parse("s"),
    version: 1,
    name: "Last copies",
    kind: "limited-sale",
    amount: cents(2950),
  },
};
const portion = (quantity: number, regular: number, adjustments: Adjustment[] = []): Portion => {
  const off = adjustments.reduce((sum, { amount }) => sum + amount, 0);
  return { quantity, regular: cents(regular), adjustments, total: cents(regular - off) };
};
type Order = Parameters<typeof invoiceOf>[0];
const order: Order = {
  id: OrderId.parse("order"),
  number: 1042,
  email: "dana@example.com",
  certificateName: "Dana Meyer-Okonkwo",
  paidAt: new Date("2026-11-25T05:30:00Z"),
  ...{
    itemsCents: cents(22850),
    shippingCents: cents(595),
    taxCents: cents(0),
    totalCents: cents(23445),
    receivedCents: cents(23445),
  },
  ...{ cardBrand: "visa", cardLast4: "4242" },
  address: ["Dana Meyer-Okonkwo", "7 Gantry Lane", "Port Alder, WI 53299"],
  lines: [
    { title: "IV Therapeutics", format: "book_by_mail", portions: [portion(1, 12900, [sale]), portion(1, 12900)] },
  ],
  refunds: [],
};

async function print(change: Partial<Order> = {}, paper: Paper = "letter") {
  const pdf = invoicePdf(invoiceOf({ ...order, ...change }, seller), {
    paper,
    shopName: seller.name,
    timeZone: seller.timeZone,
    liveUrl: "https://shop.example/account/orders/order",
    at: new Date("2026-12-01T18:00:00Z"),
    compress: false,
  });
  const bytes = await buffer(pdf);
  const pages = pdfText(bytes).map((page) => page.replaceAll(/\s+/g, " "));
  return { bytes, pages, all: pages.join(" ") };
}

test.each(papers)(
  "the invoice says who sold what to whom, why at that price, and how it was paid (%s)",
  async (paper) => {
    const { bytes, pages, all } = await print({}, paper);
    expect(pages).toHaveLength(1);
    expect(bytes.toString("latin1")).toContain(paper === "a4" ? "[0 0 595.28 841.89]" : "[0 0 612 792]");
    for (const said of [
      "Invoice and receipt",
      "Order 1042",
      // The store's own day: in London it was already the 25th.
      "Paid Nov 24, 2026",
      "Tungsten Row",
      "Port Alder, WI 53299",
      "Dana Meyer-Okonkwo",
      "dana@example.com",
      "7 Gantry Lane",
      "IV Therapeutics",
      "Book by mail, at $99.50",
      "List $129.00, limited sale −$29.50",
      "Regular prices",
      "$258.00",
      "Last copies",
      "Amount (USD)",
      "Shipping",
      "$5.95",
      "No tax was charged",
      "$234.45",
      "Paid with Visa ending in 4242 on Nov 24, 2026.",
      "Page 1 of 1",
      "Printed Dec 1, 2026. Live version: https://shop.example/account/orders/order",
    ])
      expect(all).toContain(said);
    expect(all).not.toContain("Net paid");
  },
);

test("sales tax has its own row", async () => {
  const { all } = await print({ taxCents: cents(1234), totalCents: cents(24679) });
  expect(all).toContain("Sales tax");
  expect(all).toContain("$12.34");
  expect(all).not.toContain("No tax was charged");
});

test("the refunds so far are listed, with the amount that remains paid", async () => {
  const refunds = [
    { amountCents: cents(9950), at: new Date("2026-11-28T12:00:00Z"), isDone: true },
    { amountCents: cents(595), at: new Date("2026-12-01T12:00:00Z"), isDone: false },
  ];
  const { all } = await print({ refunds });
  for (const said of ["Refunded on Nov 28, 2026", "−$99.50", "Refund pending since Dec 1, 2026", "−$5.95"])
    expect(all).toContain(said);
  expect(all).toContain("Net paid");
  expect(all).toContain("$129.00");
});

test("a free order names no card", async () => {
  const free = {
    itemsCents: noCents,
    shippingCents: noCents,
    totalCents: noCents,
    receivedCents: noCents,
    cardBrand: null,
    cardLast4: null,
  };
  expect((await print(free)).all).toContain("No payment was due.");
});

test("with 50 lines, every page has its number and the table head, and no line is lost", async () => {
  const lines = Array.from({ length: 50 }, (_, index) => ({
    title: `Course ${String(index + 1).padStart(2, "0")} about things`,
    format: "ebook" as const,
    portions: [portion(2, 5600, [sale])],
  }));
  const { pages, all } = await print({ lines });
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, index) => {
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(page).toContain("Amount");
  });
  for (const { title } of lines) expect(all.split(title)).toHaveLength(2);
  expect(pages.at(-1)).toContain("No tax was charged");
  expect(pages.at(-1)).toContain("Total paid");
});

test("names and titles of 200 characters print in full, in any script, within the page", async () => {
  const name = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).slice(0, 200);
  const title = `${"Düsseldorf Протокол 放射線 ".repeat(9)}`.slice(0, 200).trim();
  const lines = [{ title, format: "ebook" as const, portions: [portion(1, 2800)] }];
  const { pages, bytes } = await print({ certificateName: name, address: [name, name], lines });
  const [page = ""] = pages.map((text) => text.replaceAll(" ", ""));
  expect(page.split(name)).toHaveLength(4);
  expect(page).toContain(title.replaceAll(" ", ""));
  const places = [...bytes.toString("latin1").matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x));
  expect(places.length).toBeGreaterThan(20);
  expect(Math.max(...places)).toBeLessThan(612 - 50);
});

test("a right-to-left name prints", async () => {
  const { bytes } = await print({ certificateName: "دانا ماير" });
  expect(bytes.toString("latin1")).toContain("NotoSansArabic");
});
