import { expect, test } from "vitest";
import { addDays, dayIn } from "~/core/dates";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { readShop } from "~/shop/shop.server";
import { readCatalog } from "./catalog.server";

const slug = "iv-therapeutics";
const day = 86_400_000;

test("EDUCATION 7: a renewal that is recorded early takes over on its first day, not before", async () => {
  const at = now();
  const today = dayIn(at, (await readShop()).timeZone);
  const inForce = await approvalOn(at);
  await addApproval("RENEWAL", addDays(today, 2), addDays(today, 2000));

  expect(await approvalOn(at)).toBe(inForce);
  // Nobody changes the catalog in between: the day alone does it.
  expect(await approvalOn(new Date(at.getTime() + 3 * day))).toBe("RENEWAL");
  expect(await approvalOn(at)).toBe(inForce);
});

async function approvalOn(at: Date) {
  return (await readCatalog(at)).bySlug.get(slug)?.approval.referenceNumber;
}

async function addApproval(referenceNumber: string, startsOn: string, endsOn: string) {
  const facts = { courseId: slug, approver: "Council", category: "A", creditsHundredths: 100 };
  await db().approval.create({ data: { ...facts, referenceNumber, startsOn, endsOn } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
}
