import { expect, test } from "vitest";
import { addDays } from "~/core/dates";
import { db } from "~/platform/db/client.server";
import { readOverview } from "./overview.server";

test("staff are told of an approval that ends soon until its renewal is recorded", async () => {
  const courseId = "trauma-and-mobile-radiography";
  const told = async () => (await readOverview()).approvals.map(({ slug }) => slug);
  expect(await told()).toContain(courseId);

  const old = await db().approval.findFirstOrThrow({ where: { courseId } });
  const { endsOn, approver, category, creditsHundredths } = old;
  await db().approval.create({
    data: {
      ...{ courseId, approver, category, creditsHundredths, referenceNumber: "RENEWAL" },
      ...{ startsOn: addDays(endsOn, 1), endsOn: addDays(endsOn, 730) },
    },
  });
  expect(await told()).not.toContain(courseId);
});
