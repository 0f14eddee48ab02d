import { expect, test } from "vitest";
import { checkoutSchema, type ExtraFields } from "./schema";

const extraFields: ExtraFields = { address: false, taxPlace: false, maximumSeats: 3 };
const me = {
  email: "ada@example.com",
  certificateName: "Ada Lim",
  purpose: "self",
  terms: "agreed",
  agreedCents: "9950",
};
const colleagues = { ...me, purpose: "colleagues" };
const gift = { ...me, purpose: "gift", recipient: { name: "Kim", email: "kim@example.com" } };
const [kim, lee] = [
  { name: "Kim Sø", email: "kim@example.com" },
  { name: "Lee Wu", email: "lee@example.com" },
];

const problemsOf = (form: object, change: Partial<ExtraFields> = {}) =>
  checkoutSchema({ ...extraFields, ...change })
    .safeParse(form)
    .error?.issues.map(({ path }) => path.join("."));

test.each([
  { story: "the buyer's own courses", form: me, expected: { purpose: "self", seats: [], agreedCents: 9950 } },
  {
    story: "fields for another purpose are ignored, even if they are filled in",
    form: { ...me, recipient: { name: "\u0000", email: "x" }, seats: [{ name: "Kim" }], seatList: "nonsense" },
    expected: { purpose: "self", seats: [] },
  },
  { story: "a gift without a message", form: gift, expected: { seats: [{ name: "Kim", email: "kim@example.com" }] } },
  {
    story: "a message with line breaks, as browsers send it",
    form: { ...gift, recipient: { ...gift.recipient, message: "  Dear Kim,\r\n\r\nسلام 🎁 " } },
    expected: { giftMessage: "Dear Kim,\n\nسلام 🎁" },
  },
  {
    story: "500 characters, no matter how many UTF-16 units",
    form: { ...gift, recipient: { ...gift.recipient, message: "🎁".repeat(500) } },
    expected: { giftMessage: "🎁".repeat(500) },
  },
  {
    story: "colleagues named later",
    form: { ...colleagues, seats: [{}, undefined, {}] },
    expected: { seats: [] },
  },
  {
    story: "colleagues in rows, some empty",
    form: { ...colleagues, seats: [kim, {}, lee] },
    expected: { seats: [kim, lee] },
  },
  {
    story: "colleagues as a list, with a comma in a name",
    form: { ...colleagues, seatList: "Sø, Kim, kim@example.com\r\n\r\nLee Wu;lee@example.com" },
    expected: { seats: [{ name: "Sø, Kim", email: "kim@example.com" }, lee] },
  },
  {
    story: "a value that is not an amount agrees to nothing",
    form: { ...me, agreedCents: "-1" },
    expected: { agreedCents: undefined },
  },
  { story: "1e9 is not an amount", form: { ...me, agreedCents: "1e9" }, expected: { agreedCents: undefined } },
])("accepted: $story", ({ form, expected }) => {
  expect(checkoutSchema(extraFields).parse(form)).toMatchObject(expected);
});

test.each([
  { story: "nothing", form: {}, at: ["purpose"] },
  { story: "unchecked terms", form: { ...me, terms: undefined }, at: ["terms"] },
  { story: "terms with another value", form: { ...me, terms: "on" }, at: ["terms"] },
  { story: "an unknown purpose", form: { ...me, purpose: "resale" }, at: ["purpose"] },
  { story: "a gift without a recipient", form: { ...gift, recipient: {} }, at: ["recipient.name", "recipient.email"] },
  {
    story: "a message of 501 characters",
    form: { ...gift, recipient: { ...gift.recipient, message: "x".repeat(501) } },
    at: ["recipient.message"],
  },
  {
    story: "a message with control characters",
    form: { ...gift, recipient: { ...gift.recipient, message: "a\u0007b" } },
    at: ["recipient.message"],
  },
  {
    story: "a colleague without an address",
    form: { ...colleagues, seats: [{}, { name: "Kim" }] },
    at: ["seats.1.email"],
  },
  {
    story: "a colleague without a name",
    form: { ...colleagues, seats: [{ email: "kim@example.com" }] },
    at: ["seats.0.name"],
  },
  {
    story: "EDUCATION 9: the same person in two rows, in different letter case",
    form: { ...colleagues, seats: [kim, lee, { name: "K. Sø", email: "KIM@Example.com" }] },
    at: ["seats.2.email"],
  },
  {
    story: "EDUCATION 9: the same person on two lines of the list",
    form: { ...colleagues, seatList: "Kim, kim@example.com\nKim again, KIM@example.com" },
    at: ["seatList"],
  },
  {
    story: "more people than units",
    form: { ...colleagues, seats: [kim, lee] },
    change: { maximumSeats: 1 },
    at: ["seats"],
  },
  { story: "a list line that isn't a person", form: { ...colleagues, seatList: "Kim Sø" }, at: ["seatList"] },
  { story: "no address when something is mailed", form: me, change: { address: true }, at: ["address"] },
  {
    story: "no ZIP code when tax needs it",
    form: { ...me, taxPlace: { country: "US", state: "WI" } },
    change: { taxPlace: true },
    at: ["taxPlace.postalCode"],
  },
])("refused: $story", ({ form, change, at }) => {
  expect(problemsOf(form, change)).toEqual(at);
});

test("outside the US, a country is enough for tax", () => {
  const form = { ...me, taxPlace: { country: "DE" } };
  expect(problemsOf(form, { taxPlace: true })).toBeUndefined();
});

test("SECURITY 15.3.3: anything the page has no field for is ignored", () => {
  const extra = { totalCents: "1", state: "paid", id: "another", cartId: "another", discountCents: "9950" };
  const read = checkoutSchema(extraFields).parse({ ...me, ...extra });
  expect(Object.keys(read)).toEqual(Object.keys(checkoutSchema(extraFields).parse(me)));
});
