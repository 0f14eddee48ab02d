import { expect, test } from "vitest";
import { EnrollmentId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { withRequest } from "~/platform/log.server";
import { learningPath, requireLearningLink } from "./links.server";

const [, , enrollment = "", signature = ""] = learningPath(EnrollmentId.parse("enrollment-of-dana")).split("/");

test("a signed link opens its own enrollment", async () => {
  expect(await requireLearningLink({ params: { enrollment, signature } })).toBe("enrollment-of-dana");
  expect(await db().auditEntry.count({ where: { action: "learning.refused" } })).toBe(0);
});

test.each([
  { story: "another enrollment with this signature", enrollment: "enrollment-of-kim", signature },
  { story: "an edited signature", enrollment, signature: `A${signature.slice(1)}` },
  { story: "no signature", enrollment, signature: "" },
])("SCENARIO 23: $story: a 404, and audited", async ({ story: _, ...params }) => {
  const before = await db().auditEntry.count({ where: { action: "learning.refused" } });
  await expect(withRequest({ requestId: "request-1" }, () => requireLearningLink({ params }))).rejects.toMatchObject({
    status: 404,
  });
  const rows = await db().auditEntry.findMany({ where: { action: "learning.refused" }, orderBy: { at: "desc" } });
  expect(rows).toHaveLength(before + 1);
  expect(rows.map(({ subject }) => subject)).toContain(`enrollment:${params.enrollment}`);
  expect(rows[0]).toMatchObject({ actor: "visitor", requestId: "request-1" });
});

test("SECURITY 26: a flood of guesses is refused but doesn't fill the audit", async () => {
  const flooder = { requestId: "flood", clientAddress: "192.0.2.2" };
  for (let guess = 0; guess < 40; guess++)
    await expect(
      withRequest(flooder, () => requireLearningLink({ params: { enrollment: `guess-${guess}` } })),
    ).rejects.toBeDefined();
  expect(await db().auditEntry.count({ where: { subject: { startsWith: "enrollment:guess-" } } })).toBe(30);
});

test("SCENARIO 23: a path with a NUL is refused and audited like any other", async () => {
  const visit = { params: { enrollment: "odd\u0000one", signature: "" } };
  await expect(requireLearningLink(visit)).rejects.toMatchObject({ status: 404 });
  expect(await db().auditEntry.count({ where: { subject: "enrollment:odd\ufffdone" } })).toBe(1);
});
