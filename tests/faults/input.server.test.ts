import { request } from "node:http";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect } from "vitest";
import { createStaffMember } from "~/accounts/staff-members.server";
import { certificatePdf } from "~/certificates/certificate-pdf.server";
import { issueCertificate } from "~/certificates/certificates.server";
import { Snapshot } from "~/certificates/snapshot";
import { submitAttempt } from "~/learning/post-test/attempts.server";
import { Questions } from "~/learning/post-test/grading";
import { db } from "~/platform/db/client.server";
import { tamper } from "../support/database/tamper";
import { pdfText } from "../support/pdf-text";
import type { RunningShop } from "../support/shop/running-shop";
import { until } from "../support/until";
import { sessionIdIn, visitor } from "../support/visitor";
import { fault } from "./fault";
import { expectSound } from "./invariants";
import { openShop, orderOf, startPayment, untilState } from "./shop";

let shop: RunningShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const stackTrace = /at .+\(.+:\d+:\d+\)|node_modules|Prisma/;

fault("a slow client", "fifty forms that never end delay no one and create no order", async () => {
  const { host, hostname, port } = new URL(shop.url);
  const slow = Array.from({ length: 50 }, () => connect(Number(port), hostname));
  for (const socket of slow) {
    socket.on("error", () => undefined);
    socket.write(`POST /checkout HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${shop.url}\r\n`);
    socket.write("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=a");
  }
  const orders = await db().order.count();
  const { sessionId } = await startPayment(shop, "quick@example.com");
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  for (const socket of slow) socket.destroy();
  expect(await db().order.count()).toBe(orders + 1);
  await expectSound();
});

fault("malformed multipart", "the sender's mistake, not ours", async () => {
  for (const [path, body] of [
    ["/cart", "--x\r\nbroken"],
    ["/checkout", `--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na`],
    ["/checkout", "--y--"],
  ] as const) {
    const answer = await fetch(`${shop.url}${path}`, {
      method: "POST",
      headers: { Origin: shop.url, "Content-Type": "multipart/form-data; boundary=x" },
      body,
    });
    expect(answer.status).toBe(415);
    expect(await answer.text()).not.toMatch(stackTrace);
  }
  await expectSound();
});

fault("a 10 MB body", "refused before it is read, with or without its length", async () => {
  const guest = visitor(shop.url);
  for (const path of ["/cart", "/checkout", "/stripe/webhook", "/staff/sign-in"])
    expect((await guest.post(path, { x: "a".repeat(10_000_000) })).status).toBe(413);
  const headers = { Origin: shop.url, "Content-Type": "application/x-www-form-urlencoded" };
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${shop.url}/cart`, { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on("error", reject);
    sent.write("intent=add");
    sent.end();
  });
  expect(status).toBe(411);
  await expectSound();
});

fault("names in any script in a PDF", "a certificate shows the name as typed", async () => {
  const names = [
    // Its letters are in their joined forms, right to left.
    { certificateName: "سارة العبدالله", shown: /د/ },
    { certificateName: "山田 太郎", shown: /山田太郎/ },
    { certificateName: "Zoë 🩻 Ångström", shown: /Zoë.*Ångström/ },
    { certificateName: "é".normalize("NFD").repeat(60), shown: /é{60}/ },
    { certificateName: "W".repeat(200), shown: /W{200}/ },
  ];
  for (const [index, { certificateName, shown }] of names.entries()) {
    const guest = visitor(shop.url);
    await guest.add("managing-dose-in-fluoroscopy.ebook");
    const email = `name${index}@example.com`;
    const answer = await guest.checkOut({ email, certificateName, agreedCents: 100_000 });
    const sessionId = sessionIdIn(answer);
    await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
    await untilState(sessionId, "paid");
    const { id } = await orderOf(sessionId);
    const enrollment = await db().enrollment.findFirstOrThrow({ where: { orderId: id } });
    const test = await db().postTest.findFirstOrThrow({ where: { courseId: enrollment.courseId } });
    const answers = Questions.parse(test.questions).map(({ correct }) => correct);
    await submitAttempt({ enrollmentId: enrollment.id, number: 1, postTestId: test.id, answers }, issueCertificate);
    const { snapshot } = await db().certificate.findUniqueOrThrow({ where: { enrollmentId: enrollment.id } });
    const read = Snapshot.parse(snapshot);
    expect(read.participant.normalize("NFC")).toBe(certificateName.normalize("NFC"));
    const bytes = await buffer(certificatePdf(read, { paper: "letter", demo: false, at: new Date(0) }));
    expect(pdfText(bytes).join("").replaceAll(/\s/g, "").normalize("NFC")).toMatch(shown);
  }
  await expectSound();
});

fault("a CSV bomb", "text from outsiders is never a formula in any download", async () => {
  const staff = visitor(shop.url);
  await staff.post("/staff/sign-in", await createStaffMember({ email: "ines@example.com", name: "Ines" }));
  const { sessionId } = await startPayment(shop, "bomb@example.com");
  await shop.control(`sessions/${sessionId}/pay`, { outcome: "paid" });
  await untilState(sessionId, "paid");
  const { id } = await orderOf(sessionId);
  const bomb = `=HYPERLINK("https://evil.example","Ada")`;
  await until(async () => expect(await db().ledgerEntry.count({ where: { orderId: id } })).toBe(2));
  await tamper(() => db().ledgerEntry.updateMany({ where: { orderId: id }, data: { memo: bomb } }));
  await db().course.update({ where: { slug: "iv-therapeutics" }, data: { title: bomb } });
  await db().shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 1 } } });
  await db().orderLine.updateMany({ where: { orderId: id }, data: { title: bomb } });
  for (const path of ["/staff/ledger/movements.csv", "/staff/promotions/iv-therapeutics-sale/report.csv"]) {
    const answer = await staff.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const text = await answer.text();
    expect(text).toContain("HYPERLINK");
    expect(text, path).not.toMatch(/(^|,)"?[=+@]/m);
  }
  await expectSound();
});
