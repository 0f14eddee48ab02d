import { expect, test } from "vitest";
import { lineOf, promotionOf } from "../../../../tests/support/promotions/cart-worlds";
import { PriceDocument } from "../../pricing/document/price-document";
import { type Candidate, makeDocument, readFields } from "./simulation";

const timeZone = "America/Chicago";
const now = new Date("2026-11-24T18:00:00Z");
const formats = new Map([lineOf("iv", 129), lineOf("ct", 49)].map((line) => [line.id, line]));
const sale = (id: string, isChosen: boolean): Candidate => ({
  ...promotionOf(id, { kind: "limited-sale", scope: {}, price: { kind: "price", cents: 9950 } }),
  unitsLeft: 40,
  perCustomer: 2,
  isChosen,
});
const candidates = [sale("running", true), sale("draft", false)];
const codeUses = new Map([["SPRING7QKDF3RM9X", 0]]);

const fieldsOf = (query: string) =>
  readFields(new URLSearchParams(query), candidates, { now, timeZone, formats: [...formats.values()] });
const simulate = (query: string) => makeDocument(fieldsOf(query), candidates, { formats, codeUses, timeZone });

test.each([
  { story: "the published ones on a first visit", query: "", used: ["running"] },
  { story: "also a draft that the link asks for", query: "promotion=draft", used: ["running", "draft"] },
  { story: "those that are checked", query: "at=2026-11-24T12:00&use=draft", used: ["draft"] },
  { story: "none if all are unchecked", query: "at=2026-11-24T12:00", used: [] },
])("a simulation includes $story", ({ query, used }) => {
  expect(fieldsOf(query).used).toEqual(used);
});

test("a simulation opened from a promotion starts with a course in its scope and a moment when it runs", () => {
  const terms = { kind: "scheduled-sale", scope: { courseIds: ["ct"] }, price: { kind: "price", cents: 100 } };
  const window = { startsAt: new Date("2026-12-01T06:00:30Z"), endsAt: new Date("2026-12-08T06:00:00Z") };
  const later = { ...promotionOf("later", terms, window), unitsLeft: undefined, perCustomer: null, isChosen: false };
  const fields = readFields(new URLSearchParams("promotion=later"), [later], {
    ...{ now, timeZone, formats: [...formats.values()] },
  });
  expect(fields).toMatchObject({ rows: [{ formatId: "ct.ebook", quantity: "1" }], at: "2026-12-01T00:01" });
});

test("a link holds the whole simulation: cart, shopper, moment, promotions, and figures", () => {
  const query =
    "format=iv.ebook&quantity=2&format=&quantity=1&format=iv.ebook&quantity=1&at=2026-11-24T12:00&firstOrder=no" +
    "&codes=ten%2C+SPRING-7QKD-F3RM-9X&use=running&left-running=1&allowed-running=0&left-draft=7";
  const { document, problems } = simulate(query);
  expect(problems).toEqual([]);
  expect(document).toMatchObject({
    lines: [{ id: "iv.ebook", quantity: 3, regularPrice: 12900 }],
    promotions: [{ id: "running" }],
    stock: { units: { running: 1 }, codes: { SPRING7QKDF3RM9X: 0 } },
    shopper: { unitsAllowed: { running: 0 }, codes: ["ten", "SPRING-7QKD-F3RM-9X"], isFirstOrder: false },
    now: "2026-11-24T18:00:00.000Z",
  });
  expect(PriceDocument.safeParse(document).success).toBe(true);
});

test("empty figures are today's, and an unknown shopper stays unknown", () => {
  const { document } = simulate("format=iv.ebook&firstOrder=perhaps");
  expect(document?.stock).toMatchObject({ units: { running: 40, draft: 40 } });
  expect(document?.shopper).toEqual({ unitsAllowed: { running: 2, draft: 2 }, codes: [] });
});

test.each([
  { story: "no moment", query: "at=soon", id: "at" },
  { story: "no quantity", query: "format=iv.ebook&quantity=some", id: "quantity-0" },
  { story: "a quantity of 0", query: "format=iv.ebook&quantity=0", id: "quantity-0" },
  { story: "too many units", query: "format=iv.ebook&quantity=10001", id: "quantity-0" },
  {
    story: "too many units in two rows",
    query: "format=iv.ebook&quantity=9999&format=iv.ebook&quantity=2",
    id: "quantity-1",
  },
  { story: "a format that is no longer sold", query: "format=gone.ebook&quantity=1", id: "format-0" },
  { story: "an invalid code", query: `codes=${"x".repeat(61)}`, id: "codes" },
  { story: "too many codes", query: `codes=${"x,".repeat(21)}`, id: "codes" },
  { story: "units that aren't a number", query: "left-draft=-1", id: "left-draft" },
])("$story is reported next to its field, and nothing is priced", ({ query, id }) => {
  const { document, problems } = simulate(query);
  expect(document).toBeUndefined();
  expect(problems.map((problem) => problem.id)).toEqual([id]);
});
