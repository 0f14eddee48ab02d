import { expect, test } from "vitest";
import { addressLines, destinationOf, MailingAddress, parseStoredAddress, toStripeAddress } from "./address";

const typed = {
  name: "Ada Lim",
  line1: "12 Canal Street",
  city: "Madison",
  state: "WI",
  postalCode: "53703",
  country: "US",
};

test.each([
  { story: "a state by its code", change: {}, expected: { state: "WI" } },
  { story: "a state by its name, in any case", change: { state: "wisconsin" }, expected: { state: "WI" } },
  { story: "a territory is a state", change: { state: "Puerto Rico", postalCode: "00901" }, expected: { state: "PR" } },
  { story: "ZIP+4", change: { postalCode: "53703-1234" }, expected: { postalCode: "53703-1234" } },
  {
    story: "a Canadian postal code is written as Canada Post does",
    change: { country: "CA", state: "Ontario", postalCode: "k1a0b1" },
    expected: { state: "ON", postalCode: "K1A 0B1" },
  },
  {
    story: "other countries need neither",
    change: { country: "HK", city: "香港", state: undefined, postalCode: "" },
    expected: { city: "香港", state: undefined, postalCode: undefined },
  },
  { story: "spaces around and within", change: { line1: "  1   High St " }, expected: { line1: "1 High St" } },
  { story: "a name in Arabic", change: { name: "محمد الأمين" }, expected: { name: "محمد الأمين" } },
  { story: "a name of 200 characters", change: { name: "é".repeat(200) }, expected: { name: "é".repeat(200) } },
])("accepted: $story", ({ change, expected }) => {
  expect(MailingAddress.parse({ ...typed, ...change })).toMatchObject(expected);
});

test.each([
  { story: "no ZIP", change: { postalCode: undefined }, at: ["postalCode"] },
  { story: "a ZIP of four digits", change: { postalCode: "5370" }, at: ["postalCode"] },
  { story: "a ZIP with a broken ending", change: { postalCode: "53703-12" }, at: ["postalCode"] },
  {
    story: "no state and no ZIP are reported together",
    change: { state: "", postalCode: "" },
    at: ["state", "postalCode"],
  },
  { story: "a state that doesn't exist", change: { state: "Ontario" }, at: ["state"] },
  { story: "a US state as a province", change: { country: "CA", postalCode: "K1A 0B1" }, at: ["state"] },
  {
    story: "a Canadian postal code with a letter that is never used",
    change: { country: "CA", state: "ON", postalCode: "D1A 0B1" },
    at: ["postalCode"],
  },
  { story: "a country that doesn't exist", change: { country: "ZZ" }, at: ["country"] },
  { story: "the name of an inherited property", change: { country: "constructor" }, at: ["country"] },
  { story: "nothing but spaces", change: { name: "  ", line1: " " }, at: ["name", "line1"] },
  {
    story: "empty fields and what the country needs are reported together",
    change: { name: "", postalCode: "" },
    at: ["name", "postalCode"],
  },
  { story: "a line break", change: { line2: "Floor 2\nAttn. mail room" }, at: ["line2"] },
  { story: "a mark that reverses the text direction", change: { city: "Mad\u202eison" }, at: ["city"] },
  { story: "a name of 201 characters", change: { name: "x".repeat(201) }, at: ["name"] },
])("refused: $story", ({ change, at }) => {
  const read = MailingAddress.safeParse({ ...typed, ...change });
  expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(at);
});

test("an empty form asks for the parts that every address has", () => {
  const read = MailingAddress.safeParse({});
  expect(read.error?.issues.map(({ message }) => message)).toEqual([
    "Enter the recipient’s name.",
    "Enter the street address or PO box.",
    "Enter the city.",
    "Choose a country.",
  ]);
});

test("an address saved in Stripe's format reads back as typed", () => {
  const address = MailingAddress.parse({ ...typed, line2: "Apt. 4" });
  const stored = toStripeAddress(address);
  expect(stored.address).toEqual({
    line1: "12 Canal Street",
    line2: "Apt. 4",
    city: "Madison",
    state: "WI",
    postal_code: "53703",
    country: "US",
  });
  expect(parseStoredAddress(stored)).toEqual(address);
  expect(parseStoredAddress(null)).toBeUndefined();
});

test("rates use the state only if the country's addresses have one", () => {
  expect(destinationOf(MailingAddress.parse(typed))).toEqual({ country: "US", state: "WI" });
  const abroad = { ...typed, country: "DE", state: "Bayern", postalCode: "80331" };
  expect(destinationOf(MailingAddress.parse(abroad))).toEqual({ country: "DE" });
});

test.each([
  {
    story: "US addresses leave out the country",
    change: { line2: "Apt. 4" },
    expected: ["Ada Lim", "12 Canal Street", "Apt. 4", "Madison, WI 53703"],
  },
  {
    story: "elsewhere the country is alone on the last line, in capitals",
    change: { country: "CA", city: "Ottawa", state: "ON", postalCode: "K1A 0B1" },
    expected: ["Ada Lim", "12 Canal Street", "Ottawa ON K1A 0B1", "CANADA"],
  },
  {
    story: "missing parts leave no gap",
    change: { country: "HK", city: "香港", state: "", postalCode: "" },
    expected: ["Ada Lim", "12 Canal Street", "香港", "HONG KONG SAR CHINA"],
  },
])("lines of a label: $story", ({ change, expected }) => {
  expect(addressLines(toStripeAddress(MailingAddress.parse({ ...typed, ...change })))).toEqual(expected);
});

test("an order with nothing to mail has no lines", () => {
  expect(addressLines(null)).toEqual([]);
});
