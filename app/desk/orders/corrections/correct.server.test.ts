import { expect, test } from "vitest";
import { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { buy, right, take, wrong } from "../../../../tests/support/orders/bought-course";
import { createSampleOrder } from "../../../../tests/support/orders/sample-order";
import { readOrderPage } from "../page.server";
import { actOnOrder } from "./act.server";

const by = "ines@example.com";

async function act(orderId: string, kind: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ act: kind, ...fields })) form.set(name, value);
  const acted = await actOnOrder(form, OrderId.parse(orderId), by);
  return acted.ok ? acted.value : acted.problem;
}
const orderOf = (id: string) => db().order.findUniqueOrThrow({ where: { id } });
const auditOf = async (id: string) =>
  (await db().auditEntry.findMany({ where: { subject: `order:${id}` }, orderBy: { at: "asc" } })).map(
    ({ actor, action }) => `${action} ${actor}`,
  );
const mailsOf = (orderId: string) => db().outboxMessage.findMany({ where: { orderId }, orderBy: { createdAt: "asc" } });
const errorsIn = (answer: unknown) => JSON.stringify(answer);

test("a learner who has submitted a test keeps the address that the attempts belong to", async () => {
  const { orderId, first } = await buy([{ quantity: 1 }], { name: "Ada Lim", email: "ada.typed@example.com" });
  await take(first, 1, wrong);
  const typed = { was: "ada.typed@example.com", email: "ada.right@example.com" };
  expect(await act(orderId, "correct-email", typed)).toBe("email-kept");
  expect(await orderOf(orderId)).toMatchObject({ email: "ada.right@example.com" });
  expect(await db().enrollment.findMany({ where: { orderId } })).toMatchObject([
    { participantEmail: "ada.typed@example.com" },
  ]);
  expect(errorsIn(await act(orderId, "correct-email", typed))).toContain("The certificate belongs to it");
});

test("a colleague’s address is corrected, and mail waiting for the wrong address goes to the right one", async () => {
  const { orderId, second } = await buy([{ quantity: 2 }]);
  const [was, email] = ["bo.typed@example.com", "bo.right@example.com"];
  await db().orderSeat.create({ data: { orderId, position: 0, name: "Bo Rasp", email: was } });
  const learner = { participantName: "Bo Rasp", participantEmail: was, participantKey: was };
  await db().enrollment.update({ where: { id: second }, data: learner });
  const at = new Date();
  const lost = { kind: "access", payload: { orderId, email: was }, orderId, createdAt: at, nextAttemptAt: at };
  await db().outboxMessage.create({ data: { ...lost, attempts: 9, givenUpAt: at, lastError: "550" } });
  expect((await readOrderPage(orderId)).corrections.addresses).toContain(was);
  expect(await act(orderId, "correct-email", { was, email })).toBe("email-changed");
  expect(await db().orderSeat.findMany({ where: { orderId } })).toMatchObject([{ email }]);
  expect(await db().enrollment.findUniqueOrThrow({ where: { id: second } })).toMatchObject({ participantKey: email });
  expect(await mailsOf(orderId)).toMatchObject([{ payload: { orderId, email }, givenUpAt: null }]);
});

test("SECURITY 45: correcting a buyer’s address sends what failed for the old one, and the learners’ new links, now; no other mail", async () => {
  const { orderId, second } = await buy([{ quantity: 2 }], { name: "Ada Lim", email: "ada.mail@example.com" });
  const other = "bo.mail@example.com";
  const learner = { participantName: "Bo Rasp", participantEmail: other, participantKey: other };
  await db().enrollment.update({ where: { id: second }, data: learner });
  const at = new Date();
  const dead = {
    orderId,
    createdAt: at,
    nextAttemptAt: new Date("2100-01-01"),
    attempts: 9,
    givenUpAt: at,
    lastError: "550",
  };
  const queue = (id: string, kind: string, payload: object, change = {}) =>
    db().outboxMessage.create({ data: { id: `${orderId}.${id}`, ...dead, kind, payload, ...change } });
  await queue("buyer", "receipt", { orderId });
  await queue("learner", "access", { orderId, email: other });
  await queue("reminder", "approval-ending", { enrollmentId: second });
  await queue("staff", "staff-alert", { orderId, what: "x" });
  await queue("waiting", "refunded", { orderId, refundId: "x" }, { givenUpAt: null, lastError: null, attempts: 1 });
  const typed = { was: "ada.mail@example.com", email: "ada.post@example.com" };
  expect(await act(orderId, "correct-email", typed)).toBe("email-changed");
  const attempts = async (id: string) =>
    (await db().outboxMessage.findUniqueOrThrow({ where: { id: `${orderId}.${id}` } })).attempts;
  expect(await attempts("learner")).toBeLessThan(9);
  for (const id of ["reminder", "staff"]) expect(await attempts(id), id).toBe(9);
  // It is being sent: the running attempt keeps its claim.
  expect(await attempts("waiting")).toBe(1);
  const { recipient, givenUpAt } = await db().outboxMessage.findUniqueOrThrow({ where: { id: `${orderId}.buyer` } });
  expect(givenUpAt).toBeNull();
  expect([null, "ada.post@example.com"]).toContain(recipient);
});

test("an e-mail waiting for its next attempt is neither rescheduled nor queued twice", async () => {
  const { orderId } = await buy([{ quantity: 1 }]);
  const row = { kind: "receipt", payload: { orderId }, orderId, createdAt: new Date() };
  await db().outboxMessage.create({ data: { ...row, nextAttemptAt: new Date("2100-01-01"), attempts: 1 } });
  expect(await act(orderId, "resend", { choice: "receipt", known: "1" })).toBe("resent");
  expect(await mailsOf(orderId)).toMatchObject([{ attempts: 1, nextAttemptAt: new Date("2100-01-01") }]);
});

test("a name can be corrected until its certificate, never on it, and not to another person’s after a test", async () => {
  const { orderId, ids } = await buy([{ quantity: 1 }, { quantity: 1, format: "test_only" }], {
    name: "Ada Lim",
    email: "ada.named@example.com",
  });
  const [first = ""] = ids;
  const names = async () =>
    (await db().enrollment.findMany({ where: { orderId }, orderBy: { id: "asc" } })).map(
      ({ participantName }) => participantName,
    );
  expect(await act(orderId, "correct-name", { was: "Ada Lim", name: "Ada  Lym" })).toBe("name-changed");
  expect(await names()).toContain("Ada Lym");
  expect(await act(orderId, "correct-name", { was: "Ada Lim", name: "Ada Lym" })).toBe("name-changed");
  expect(await act(orderId, "correct-name", { was: "Ada Lim", name: "Bo Rasp" })).toMatchObject({ status: 409 });
  await take(first, 1, wrong);
  expect(errorsIn(await act(orderId, "correct-name", { was: "Ada Lym", name: "Bo Rasp" }))).toContain(
    "only the spelling",
  );
  expect(await act(orderId, "correct-name", { was: "Ada Lym", name: "Ada Lim" })).toBe("name-changed");
  await take(first, 2, right);
  expect(errorsIn(await act(orderId, "correct-name", { was: "Ada Lim", name: "Ada Lym" }))).toContain(
    "certificate was issued",
  );
  expect((await orderOf(orderId)).certificateName).toBe("Ada Lim");
});

test("a corrected name reaches all of the buyer’s units, even if bought by an account with another address or tested under a previous one", async () => {
  const buyer = { name: "Ada Lim", email: "ada.units@example.com" };
  const { orderId, ids } = await buy([{ quantity: 2 }], buyer);
  const [first = "", second = ""] = ids;
  await db().order.update({ where: { id: orderId }, data: { customerKey: "account@example.com" } });
  const other = { participantName: "Ada Lim", participantEmail: "bo@example.com", participantKey: "bo@example.com" };
  await db().enrollment.update({ where: { id: second }, data: other });
  const nameOf = async (id: string) => (await db().enrollment.findUniqueOrThrow({ where: { id } })).participantName;
  expect(await act(orderId, "correct-name", { was: "Ada Lim", name: "Ada Lym" })).toBe("name-changed");
  expect([await nameOf(first), await nameOf(second)]).toEqual(["Ada Lym", "Ada Lim"]);

  await take(first, 1, wrong);
  expect(await act(orderId, "correct-email", { was: buyer.email, email: "ada.new@example.com" })).toBe("email-kept");
  expect(errorsIn(await act(orderId, "correct-name", { was: "Ada Lym", name: "Zoë Nakamura" }))).toContain(
    "only the spelling",
  );
  expect(await act(orderId, "correct-name", { was: "Ada Lym", name: "Ada Lime" })).toBe("name-changed");
  expect([await nameOf(first), await nameOf(second)]).toEqual(["Ada Lime", "Ada Lim"]);
});

const parcel = {
  ...{ name: "Ada Lim", line1: "1 Main Street", line2: "", city: "Springfield", state: "IL" },
  ...{ postal_code: "62701", country: "us" },
};
const label = (line1: string) => ({
  name: "Ada Lim",
  address: { line1, line2: null, city: "Springfield", state: "IL", postal_code: "62701", country: "US" },
});

test("a parcel’s address can be corrected until it ships, and not from an outdated page", async () => {
  const orderId = await createSampleOrder({ email: "parcel@example.com", state: "paid", number: 2001 });
  await db().order.update({ where: { id: orderId }, data: { shippingAddress: label("2 Wrong Street") } });
  const was = (await readOrderPage(orderId)).corrections.address?.was ?? "";
  expect(await act(orderId, "correct-address", { was, ...parcel })).toBe("address-changed");
  expect(await act(orderId, "correct-address", { was, ...parcel })).toBe("address-changed");
  expect((await orderOf(orderId)).shippingAddress).toEqual(label("1 Main Street"));
  expect(await act(orderId, "correct-address", { was, ...parcel, line1: "3 Late Street" })).toMatchObject({
    status: 409,
  });
  expect(await act(orderId, "correct-address", { was, ...parcel, city: "" })).toMatchObject({ status: 400 });
  await db().shipment.create({ data: { orderId, carrier: "USPS", shippedAt: new Date(), by } });
  const now = JSON.stringify((await orderOf(orderId)).shippingAddress);
  expect(errorsIn(await act(orderId, "correct-address", { was: now, ...parcel, line1: "4 Off Street" }))).toContain(
    "has already shipped",
  );
  expect((await auditOf(orderId)).filter((line) => line.startsWith("order.address"))).toHaveLength(1);
});

test("a note appears in the timeline, once for a double click, without characters PostgreSQL can’t store", async () => {
  const orderId = await createSampleOrder({ email: `${newSecret()}@example.com` });
  const text = "Called:\r\nshe is\u0000 happy. 名前 🩻";
  await Promise.all([1, 2].map(() => act(orderId, "note", { text })));
  const notes = (await readOrderPage(orderId)).timeline.filter(({ kind }) => kind === "note");
  expect(notes).toMatchObject([{ detail: "Called:\nshe is happy. 名前 🩻", by }]);
  expect(await act(orderId, "note", { text: " \u0000 " })).toMatchObject({ status: 400 });
});
