import { test } from "vitest";

/** The faults that the shop is tested against. Each is really carried out, on both databases, and followed by the invariants. */
export const faults = [
  "kill -9 after the charge, before fulfillment",
  "kill -9 after the commit, before the e-mail",
  "kill -9 between a refund's row and its call",
  "Stripe times out after creating",
  "a stored 500 is replayed",
  "one webhook ten times at once",
  "expired after completed",
  "a refund before completion",
  "webhook and success page together",
  "the webhook never comes",
  "a bad, an old, and a rotated signature",
  "a payment after the hold's end",
  "the last unit, 50 buyers, 3 processes",
  "a write lock held 10 s",
  "the disk is full",
  "the clock is 10 minutes off",
  "a backup is restored, then swept",
  "Stripe answers 429 and 503 for an hour",
  "a slow client",
  "malformed multipart",
  "a 10 MB body",
  "a CSV bomb",
  "names in any script in a PDF",
  "two staff refund at the same time",
  "a dispute after a refund",
] as const;
export type Fault = (typeof faults)[number];

/** A test of one fault. `npm run faults` prints the results as a table. */
export function fault(name: Fault, story: string, work: () => Promise<void>): void {
  test(`FAULT ${name}: ${story}`, work);
}
