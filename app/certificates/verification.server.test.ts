import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { buy, right, take } from "../../tests/support/orders/bought-course";
import { readCertificate } from "./certificates.server";
import { verifyCertificate } from "./verification.server";

test("SECURITY 25: the verification page shows name, course, date, credits, and status, and nothing else", async () => {
  const { first } = await buy([{ quantity: 1 }], { name: "Vera Lind", email: "vera@example.com" });
  await take(first, 1, right);
  const { verificationCode, snapshot } = await readCertificate(first);
  expect(verificationCode).toMatch(/^[\w-]{22}$/);
  const answer = await verifyCertificate(verificationCode, "192.0.2.1");
  expect(answer).toEqual({
    kind: "found",
    certificate: {
      status: "demonstration",
      participant: "Vera Lind",
      courseTitle: snapshot.courseTitle,
      completedOn: snapshot.completedOn,
      credits: snapshot.credits,
      category: snapshot.category,
    },
  });
  expect(await verifyCertificate(snapshot.number, "192.0.2.1")).toEqual({ kind: "unknown" });
});

test("PAYMENTS 6: only a live shop's certificate verifies as valid", async () => {
  const { first } = await buy([{ quantity: 1 }], { name: "Vera Lind", email: "vera.live@example.com" });
  await take(first, 1, right);
  await db().certificate.update({ where: { enrollmentId: first }, data: { demo: false } });
  const { verificationCode } = await readCertificate(first);
  const answer = await verifyCertificate(verificationCode, "192.0.2.1");
  expect(answer).toMatchObject({ certificate: { status: "valid" } });
});

test("SECURITY 25: verification is rate-limited for each visitor", async () => {
  for (let guess = 0; guess < 30; guess++)
    expect(await verifyCertificate("AbCdEfGhIjKlMnOpQrSt_-", "192.0.2.9")).toEqual({ kind: "unknown" });
  expect(await verifyCertificate("AbCdEfGhIjKlMnOpQrSt_-", "192.0.2.9")).toMatchObject({ kind: "wait" });
  expect(await verifyCertificate("AbCdEfGhIjKlMnOpQrSt_-", "192.0.2.10")).toEqual({ kind: "unknown" });
});
