import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { cents } from "~/core/money";
import type { SaleValues } from "~/promotions/revise-sale";
import { saleFields, saleForm } from "./sale-form";

const timeZone = "America/Chicago";
const values: SaleValues = {
  name: "IV Therapeutics for $99.50",
  price: cents(9950),
  limit: 40,
  perCustomer: 2,
  startsAt: new Date("2026-11-20T06:00:12.345Z"),
  endsAt: new Date("2026-12-01T06:00:00Z"),
  isPaused: false,
  isFeatured: true,
};

function send(change: Record<string, string | undefined>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ version: "3", ...saleFields(values, timeZone), ...change }))
    if (value !== undefined) form.set(name, value);
  return parseWithZod(form, { schema: saleForm(timeZone, values) });
}

test("a form that nobody touched says what was saved, to the millisecond", () => {
  expect(send({})).toMatchObject({ status: "success", value: { version: 3, values } });
});

test.each<{ story: string; change: Record<string, string | undefined>; read: Partial<SaleValues> }>([
  { story: "a price with its sign", change: { price: "$1,299.00" }, read: { price: cents(129900) } },
  { story: "no customer limit", change: { perCustomer: "" }, read: { perCustomer: null } },
  { story: "a pause", change: { status: "paused" }, read: { isPaused: true } },
  { story: "no tick", change: { isFeatured: undefined }, read: { isFeatured: false } },
  {
    story: "an end in winter time",
    change: { endsAt: "2026-12-24T18:00" },
    read: { endsAt: new Date("2026-12-25T00:00:00Z") },
  },
  {
    story: "an end in summer time",
    change: { endsAt: "2027-07-04T18:00" },
    read: { endsAt: new Date("2027-07-04T23:00:00Z") },
  },
])("the form reads $story", ({ change, read }) => {
  expect(send(change)).toMatchObject({ status: "success", value: { values: { ...values, ...read } } });
});

test.each([
  { change: { name: "  " }, field: "name", message: "Enter a name." },
  { change: { name: "a".repeat(81) }, field: "name", message: "Use at most 80 characters." },
  { change: { price: "99.5" }, field: "price", message: "Enter dollars and cents, like 99.50." },
  { change: { price: "-5.00" }, field: "price", message: "Enter dollars and cents, like 99.50." },
  { change: { price: "" }, field: "price", message: "Enter a price." },
  { change: { limit: "" }, field: "limit", message: "Enter how many units are on sale in total." },
  { change: { limit: "4.5" }, field: "limit", message: "Enter a whole number, like 40." },
  { change: { limit: "0" }, field: "limit", message: "Enter 1 or more." },
  { change: { perCustomer: "0" }, field: "perCustomer", message: "Enter 1 or more." },
  { change: { startsAt: "tomorrow" }, field: "startsAt", message: "Enter a date and a time." },
  { change: { endsAt: "2026-02-31T10:00" }, field: "endsAt", message: "Enter a date and a time." },
  { change: { status: "gone" }, field: "status", message: "Choose whether the sale is active." },
])("the form never forgives $change", ({ change, field, message }) => {
  const submission = send(change);
  expect(submission.status).toBe("error");
  expect(submission.reply().error).toEqual({ [field]: [message] });
});
