import { afterEach, expect, test, vi } from "vitest";
import { OrderId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { newSecret } from "~/platform/secrets.server";
import { forgetStartedPayments, networkBlockedUntil, recordStartedPayment } from "./payment-limits.server";

afterEach(() => void vi.useRealTimers());

/** Starts payments from addresses that nobody finishes. */
async function abandon(count: number, addressOf: (n: number) => string) {
  for (let n = 0; n < count; n++) {
    const id = OrderId.parse(newSecret());
    await db().order.create({
      data: {
        ...{ id, fingerprint: id, idempotencyKey: id, state: "expired" },
        ...{ email: `${id}@example.com`, customerKey: `${id}@example.com`, certificateName: "Robin Bot" },
        ...{ itemsCents: 9950, shippingCents: 0, totalCents: 9950, createdAt: new Date(), endsAt: new Date() },
      },
    });
    await recordStartedPayment(addressOf(n), id);
  }
}

test("SECURITY 50: started payments are counted by all processes and survive a restart", async () => {
  await abandon(20, () => "192.0.2.1");
  expect(await networkBlockedUntil("192.0.2.1")).toBeUndefined();
  await abandon(1, () => "::ffff:192.0.2.1");
  vi.resetModules();
  const other = await import("./payment-limits.server");
  expect(await other.networkBlockedUntil("192.0.2.1")).toBeInstanceOf(Date);
  expect(await networkBlockedUntil("192.0.2.2")).toBeUndefined();
  const { closeDatabase } = await import("~/platform/db/client.server");
  await closeDatabase();
});

test("SECURITY 50: IPv6 addresses of a /64 are one network, and a /48 that abandons from many is blocked as a whole", async () => {
  await abandon(21, (n) => `2001:db8:1:1::${n + 1}`);
  expect(await networkBlockedUntil("2001:db8:1:1::ffff")).toBeInstanceOf(Date);
  expect(await networkBlockedUntil("2001:db8:1:2::1")).toBeUndefined();
  await abandon(140, (n) => `2001:db8:1:${(100 + n).toString(16)}::1`);
  expect(await networkBlockedUntil("2001:db8:1:2::1")).toBeInstanceOf(Date);
  expect(await networkBlockedUntil("2001:db8:2:2::1")).toBeUndefined();
});

test("SECURITY 50: a started payment names no network and is forgotten after six hours", async () => {
  await abandon(1, () => "198.51.100.7");
  expect(JSON.stringify(await db().startedPayment.findMany())).not.toContain("198.51.100");
  await forgetStartedPayments();
  expect(await db().startedPayment.count()).toBeGreaterThan(0);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6 * 3_600_000 + 1000 });
  await forgetStartedPayments();
  expect(await db().startedPayment.count()).toBe(0);
});
