import { expect, test } from "vitest";
import { cents } from "~/core/money";
import { type Rows, timelineOf } from "./timeline";

const at = (clock: string) => new Date(`2026-11-30T${clock}:00Z`);
const none: Rows = {
  timeZone: "America/Chicago",
  createdAt: at("10:00"),
  ...{ events: [], seats: [], enrollments: [], mails: [], refunds: [], requests: [], disputes: [], shipments: [] },
  ...{ notes: [], audit: [] },
};
const mail: Rows["mails"][number] = {
  ...{ kind: "receipt", to: "ada@example.com", createdAt: at("10:05"), sentAt: null, givenUpAt: null },
  ...{ nextAttemptAt: at("10:15"), attempts: 0, lastError: null },
};
const refund: Rows["refunds"][number] = {
  ...{ amountCents: cents(500), reason: "damaged", requestedBy: "ines@example.com", state: "requested", failure: null },
  ...{ createdAt: at("11:00"), finalAt: null },
};
const byInes = { actor: "ines@example.com", before: null, after: null, network: null, device: null, erasedBy: null };
const told = (rows: Partial<Rows>) =>
  timelineOf({ ...none, ...rows }).map(
    ({ at: time, what, detail, by }) =>
      `${time.toISOString().slice(11, 16)} ${[what, detail, by].filter(Boolean).join(" | ")}`,
  );

test("an order's events are in one timeline, with who or what caused them", () => {
  const rows: Rows = {
    ...none,
    events: [
      { at: at("10:00"), state: "awaiting_payment", cause: "checkout", detail: null },
      { at: at("10:05"), state: "paid", cause: "checked by ines@example.com", detail: null },
    ],
    seats: [{ name: "Bo Rasp", email: "bo@example.com" }],
    enrollments: [
      {
        ...{ title: "IV Therapeutics", participantName: "Ada Lim", createdAt: at("10:05"), withdrawnAt: null },
        attempts: [{ number: 1, correct: 16, questions: 20, passed: true, submittedAt: at("10:30") }],
        certificate: { number: "2026-ABCD", issuedAt: at("10:30") },
      },
    ],
    mails: [{ ...mail, sentAt: at("10:06"), attempts: 1 }],
    refunds: [{ ...refund, state: "succeeded", finalAt: at("11:10") }],
    requests: [
      {
        ...{ at: at("10:50"), reason: "It came torn", state: "granted", decidedAt: at("11:00") },
        ...{ decidedBy: "ines@example.com", answer: "Sorry" },
      },
    ],
    disputes: [
      {
        amountCents: cents(9950),
        reason: "product_not_received",
        status: "won",
        openedAt: at("12:00"),
        closedAt: at("13:00"),
      },
    ],
    shipments: [{ shippedAt: at("10:45"), carrier: "USPS", trackingNumber: "9400", by: "ines@example.com", copies: 1 }],
    notes: [{ at: at("10:10"), by: "ines@example.com", text: "Called; she is happy." }],
    audit: [
      {
        ...byInes,
        at: at("10:05"),
        action: "order.stripe-asked",
        network: "203.0.113.9",
        device: "Firefox on Windows",
      },
      { ...byInes, at: at("10:10"), action: "order.note-added", after: { text: "…" } },
      { ...byInes, at: at("11:00"), action: "refund-request.granted", after: {} },
      { ...byInes, at: at("11:00"), action: "refund.requested", after: { units: 0 } },
      {
        ...{ ...byInes, at: at("10:07"), action: "order.email-changed" },
        ...{ before: { email: "a@x.org" }, after: { email: "ada@x.org" } },
      },
      { ...byInes, at: at("10:08"), action: "order.name-changed", erasedBy: "entry" },
    ],
  };
  expect(told(rows)).toEqual([
    "10:00 Awaiting payment | checkout",
    "10:00 Bought for others | Bo Rasp <bo@example.com>",
    "10:05 Checked with Stripe | ines@example.com (203.0.113.9, Firefox on Windows)",
    "10:05 Paid | checked by ines@example.com",
    "10:05 Course access opened | IV Therapeutics: Ada Lim",
    "10:05 Receipt with course links queued | to ada@example.com",
    "10:06 Receipt with course links sent | to ada@example.com",
    "10:07 E-mail changed | email: a@x.org → ada@x.org | ines@example.com",
    "10:08 Name changed | personal data erased | ines@example.com",
    "10:10 Note | Called; she is happy. | ines@example.com",
    "10:30 Test passed | IV Therapeutics, attempt 1: 16 of 20 correct; Ada Lim",
    "10:30 Certificate issued | 2026-ABCD; Ada Lim",
    "10:45 Parcel shipped | 1 book via USPS, 9400 | ines@example.com",
    "10:50 Buyer requested a refund | It came torn",
    "11:00 Refund request approved | Sorry | ines@example.com",
    "11:00 Refund of $5.00 requested | damaged | ines@example.com",
    "11:10 Refund of $5.00 completed",
    "12:00 Dispute over $99.50 opened | the buyer says nothing arrived",
    "13:00 Dispute over $99.50 closed: Won",
  ]);
});

test.each<{ story: string; rows: Partial<Rows>; lines: string[] }>([
  {
    story: "is queued",
    rows: { mails: [mail] },
    lines: ["10:05 Receipt with course links queued | to ada@example.com"],
  },
  {
    story: "is being retried",
    rows: { mails: [{ ...mail, attempts: 2, lastError: "421 busy" }] },
    lines: [
      "10:05 Receipt with course links queued, not sent yet | to ada@example.com, 2 attempts so far, next Nov 30, 2026, 4:15 AM CST: 421 busy",
    ],
  },
  {
    story: "was given up",
    rows: { mails: [{ ...mail, attempts: 8, lastError: "550 unknown", givenUpAt: at("22:00") }] },
    lines: [
      "10:05 Receipt with course links queued | to ada@example.com",
      "22:00 Receipt with course links given up | to ada@example.com, after 8 attempts: 550 unknown",
    ],
  },
  {
    story: "was settled without being sent",
    rows: {
      mails: [{ ...mail, kind: "approval-ending", sentAt: at("11:00"), lastError: "Not sent: the course was passed." }],
    },
    lines: [
      "10:05 Approval ending reminder queued | to ada@example.com",
      "11:00 Approval ending reminder not sent | to ada@example.com: the course was passed.",
    ],
  },
  {
    story: "of an unknown kind shows the kind's name",
    rows: { mails: [{ ...mail, kind: "greeting" }] },
    lines: ["10:05 greeting queued | to ada@example.com"],
  },
])("an e-mail that $story", ({ rows, lines }) => {
  expect(told(rows)).toEqual(lines);
});

test.each<{ story: string; rows: Partial<Rows>; lines: string[] }>([
  {
    story: "is in progress",
    rows: { refunds: [refund] },
    lines: ["11:00 Refund of $5.00 requested | damaged | ines@example.com"],
  },
  {
    story: "failed",
    rows: { refunds: [{ ...refund, state: "failed", failure: "account closed", finalAt: at("12:00") }] },
    lines: [
      "11:00 Refund of $5.00 requested | damaged | ines@example.com",
      "12:00 Refund of $5.00 failed | account closed",
    ],
  },
])("a refund that $story", ({ rows, lines }) => {
  expect(told(rows)).toEqual(lines);
});
