import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { dayIn } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { tamper } from "../support/database/tamper";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";

const today = dayIn(new Date(), "America/Chicago");
let shop: RunningShop;
let staff: ReturnType<typeof visitor>;
beforeAll(async () => {
  shop = await startShop({ databaseUrl: process.env.DATABASE_URL ?? "", mail: process.env.MAIL ?? "" });
  const account = await createStaffMember({ email: "ines@example.com", name: "Inés" });
  staff = visitor(shop.url);
  await staff.post("/staff/sign-in", account);
});
afterAll(() => shop.close());

async function read(path: string): Promise<string> {
  const answer = await staff.get(path);
  expect(answer.status, path).toBe(200);
  const html = await answer.text();
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!--.*?-->|<wbr\/?>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’")
    .replace(/\s+/g, " ");
}

/** Buys the eBook on sale and pays; returns the charge's id once its fee is in the ledger. */
async function buy(email: string): Promise<string> {
  const shopper = visitor(shop.url);
  await shopper.add("iv-therapeutics.ebook");
  const session = sessionIdIn(await shopper.checkOut({ email, agreedCents: 9950 }));
  await shop.control(`sessions/${session}/pay`, { outcome: "paid" });
  const order = { stripeSessionId: session };
  await until(async () => {
    const { id } = await db().order.findFirstOrThrow({ where: { ...order, state: "paid" } });
    expect(await db().ledgerEntry.count({ where: { orderId: id } })).toBe(2);
  });
  return (await db().order.findFirstOrThrow({ where: order })).stripeChargeId ?? "";
}

test("a running shop posts Stripe's fees, and staff see the day, its differences, and what to do, without JavaScript", async () => {
  const charge = await buy("ada@example.com");
  expect(await read("/staff/ledger")).toMatch(/Received \$99\.50 Refunded .*Fees -\$3\.19 .*Net \$96\.31 Orders Agree/);
  expect(await read(`/staff/ledger/${today}`)).toMatch(/Not checked yet .*Entries 2 entries/);

  const again = await staff.post(`/staff/ledger/${today}`, {});
  expect([again.status, again.headers.get("Location")]).toEqual([303, `/staff/ledger/${today}?done=checked`]);
  expect(await read(`/staff/ledger/${today}?done=checked`)).toMatch(
    /Checked with Stripe\..* Stripe moved \$96\.31 Ledger \$96\.31/,
  );
  expect(await db().auditEntry.findFirst({ where: { action: "ledger.checked" } })).toMatchObject({
    actor: "ines@example.com",
    subject: `ledger:${today}`,
  });

  const entry = await db().ledgerEntry.findUniqueOrThrow({ where: { reference: `payment:${charge}` } });
  const postings = await db().ledgerPosting.findMany({ where: { entryId: entry.id } });
  const deletePostings = () => tamper(() => db().ledgerPosting.deleteMany({ where: { entryId: entry.id } }));
  await deletePostings();
  await db().ledgerPosting.createMany({
    data: postings.map((each) => ({ ...each, amountCents: each.amountCents * 2 })),
  });
  await staff.post(`/staff/ledger/${today}`, {});
  const page = await read(`/staff/ledger/${today}`);
  expect(page).toMatch(/1 difference/);
  expect(page).toContain("Stripe moved $99.50; the ledger has $199.00.");
  expect(page).toContain("The order received $99.50; the ledger has $199.00.");
  expect(await read("/staff/ledger")).toContain("Some days don’t agree");
  await deletePostings();
  await db().ledgerPosting.createMany({ data: postings });
});

test("the bookkeeper's files have the requested days, with amounts that spreadsheets can add up", async () => {
  const files = [
    `/staff/ledger/movements.csv?from=${today}&to=${today}`,
    `/staff/ledger/days.csv?from=${today}&to=${today}`,
  ];
  const [movements, days] = await Promise.all(files.map((file) => staff.get(file)));
  expect(movements?.headers.get("Content-Disposition")).toContain(`ledger movements ${today} to ${today}.csv`);
  const lines = (await movements?.text())?.trim().split("\r\n") ?? [];
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => /,Payment,\d+,ch_\w+,99\.5,0,0,0,0,0,0,0,99\.5,/.test(line))).toHaveLength(1);
  expect(lines.filter((line) => /,Fee,\d+,txn_\w+,0,0,0,0,-3\.19,0,0,0,-3\.19,/.test(line))).toHaveLength(1);
  expect((await days?.text())?.trim().split("\r\n")[1]).toMatch(/^\d{4}-\d\d-\d\d,99\.5,0,0,0,0,0,0,0,-3\.19,.*,yes,/);
  const none = await staff.get("/staff/ledger/movements.csv?from=2020-01-01&to=2020-01-31");
  expect((await none.text()).trim().split("\r\n")).toHaveLength(1);
});

test("if Stripe is down, the page says so and nothing changes", async () => {
  const before = await db().reconciliation.findMany();
  await shop.control("fail", { method: "GET", path: "/v1/balance_transactions", times: 40, status: 503 });
  const answer = await staff.post(`/staff/ledger/${today}`, {});
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Stripe didn’t respond");
  expect(await db().reconciliation.findMany()).toEqual(before);
  await fetch(`${shop.standIn.url}/_control/fail`, { method: "DELETE" });
});

test.each(["2026-02-30", "yesterday", "2999-01-01"])("a day that isn't in the ledger is a 404: %s", async (day) => {
  expect((await staff.get(`/staff/ledger/${day}`)).status).toBe(404);
  expect((await staff.post(`/staff/ledger/${day}`, {})).status).toBe(404);
});
