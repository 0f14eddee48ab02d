import { describeEntry, describeOrigin } from "~/audit/changes";
import { formatInstant } from "~/core/dates";
import { type Cents, formatCents } from "~/core/money";
import { reasonText, statusText } from "~/disputes/dispute-status";
import { mailState, unsentReason } from "~/mail/desk/state";
import { letterName } from "~/mail/letters/kinds";
import { type OrderState, orderStateNames } from "~/orders/order-state";

/** The rows of an order's history. Amounts are cents. */
export type Rows = {
  timeZone: string;
  createdAt: Date;
  events: { at: Date; state: OrderState; cause: string; detail: string | null }[];
  seats: { name: string; email: string }[];
  enrollments: {
    title: string;
    participantName: string | null;
    createdAt: Date;
    withdrawnAt: Date | null;
    attempts: { number: number; correct: number; questions: number; passed: boolean; submittedAt: Date }[];
    certificate: { number: string; issuedAt: Date } | null;
  }[];
  mails: {
    kind: string;
    to: string;
    createdAt: Date;
    sentAt: Date | null;
    givenUpAt: Date | null;
    nextAttemptAt: Date;
    attempts: number;
    lastError: string | null;
  }[];
  refunds: {
    amountCents: Cents;
    reason: string;
    requestedBy: string;
    state: "requested" | "pending" | "succeeded" | "failed";
    failure: string | null;
    createdAt: Date;
    finalAt: Date | null;
  }[];
  requests: {
    at: Date;
    reason: string;
    state: string;
    decidedAt: Date | null;
    decidedBy: string | null;
    answer: string | null;
  }[];
  disputes: { amountCents: Cents; reason: string; status: string; openedAt: Date; closedAt: Date | null }[];
  shipments: { shippedAt: Date; carrier: string; trackingNumber: string | null; by: string; copies: number }[];
  notes: { at: Date; by: string; text: string }[];
  audit: {
    at: Date;
    actor: string;
    action: string;
    before: unknown;
    after: unknown;
    network: string | null;
    device: string | null;
    erasedBy: string | null;
  }[];
};

/** `by`: who or what caused it, if known. */
export type Entry = { at: Date; kind: Kind; what: string; detail?: string; by?: string };
type Kind = "order" | "learning" | "mail" | "refund" | "dispute" | "parcel" | "note" | "staff";

/** An order's events, oldest first. Events at the same instant are listed cause before effect. */
export function timelineOf(rows: Rows): Entry[] {
  return [
    ...rows.audit.filter(({ action }) => !hasOwnEntry(action)).map((row) => staffAct(row, rows.timeZone)),
    ...moves(rows),
    ...learning(rows),
    ...rows.requests.flatMap(request),
    ...rows.refunds.flatMap(refund),
    ...rows.disputes.flatMap(dispute),
    ...rows.shipments.map(shipment),
    ...rows.mails.flatMap((row) => mail(row, rows.timeZone)),
    ...rows.notes.map(({ at, by, text }): Entry => ({ at, kind: "note", what: "Note", detail: text, by })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Notes, refunds and refund requests have their own entries. */
function hasOwnEntry(action: string): boolean {
  return action === "order.note-added" || action === "refund.requested" || action.startsWith("refund-request.");
}

/** Audit actions whose code does not read well. */
const actionNames: Record<string, string> = {
  "order.stripe-asked": "Checked with Stripe",
  "order.cancel-asked": "Cancellation requested",
  "order.email-changed": "E-mail changed",
  "order.links-renewed": "New links sent",
  "order.learner-email-changed": "Learner’s e-mail changed",
};

function staffAct(row: Rows["audit"][number], timeZone: string): Entry {
  const { at, actor, action } = row;
  const words = action.replace(/^order\./, "").replace(/[.-]/g, " ");
  const what = actionNames[action] ?? words.charAt(0).toUpperCase() + words.slice(1);
  const detail = describeEntry(row, timeZone).join("; ");
  const origin = describeOrigin(row);
  return { at, kind: "staff", what, detail, by: origin ? `${actor} (${origin})` : actor };
}

function moves({ createdAt, events, seats }: Rows): Entry[] {
  const people = seats.map(({ name, email }) => `${name} <${email}>`).join(", ");
  return [
    ...events.map(
      ({ at, state, cause, detail }): Entry => ({
        ...{ at, kind: "order", what: orderStateNames[state], detail: detail ?? undefined, by: cause },
      }),
    ),
    ...(people ? [{ at: createdAt, kind: "order" as const, what: "Bought for others", detail: people }] : []),
  ];
}

function learning({ enrollments }: Rows): Entry[] {
  return enrollments.flatMap(({ title, participantName, createdAt, withdrawnAt, attempts, certificate }) => {
    const who = participantName ?? "no learner named yet";
    const entry = (at: Date, what: string, detail: string): Entry => ({ at, kind: "learning", what, detail });
    return [
      entry(createdAt, "Course access opened", `${title}: ${who}`),
      ...attempts.map(({ number, correct, questions, passed, submittedAt }) =>
        entry(
          submittedAt,
          `Test ${passed ? "passed" : "not passed"}`,
          `${title}, attempt ${number}: ${correct} of ${questions} correct; ${who}`,
        ),
      ),
      ...(certificate ? [entry(certificate.issuedAt, "Certificate issued", `${certificate.number}; ${who}`)] : []),
      ...(withdrawnAt ? [entry(withdrawnAt, "Access withdrawn", `${title}: ${who}`)] : []),
    ];
  });
}

function mail(row: Rows["mails"][number], timeZone: string): Entry[] {
  const { kind, to, createdAt, sentAt, givenUpAt, nextAttemptAt, attempts, lastError } = row;
  const entry = (at: Date, what: string, detail: string): Entry => ({
    ...{ at, kind: "mail", what: `${letterName(kind)} ${what}`, detail },
  });
  const written = entry(createdAt, "queued", `to ${to}`);
  if (sentAt)
    return [
      written,
      mailState(row) === "sent"
        ? entry(sentAt, "sent", `to ${to}`)
        : entry(sentAt, "not sent", `to ${to}: ${unsentReason(lastError)}`),
    ];
  const why = lastError ? `: ${lastError}` : "";
  if (givenUpAt) return [written, entry(givenUpAt, "given up", `to ${to}, after ${attempts} attempts${why}`)];
  if (lastError === null) return [written];
  const again = `${attempts} attempts so far, next ${formatInstant(nextAttemptAt, timeZone)}`;
  return [entry(createdAt, "queued, not sent yet", `to ${to}, ${again}${why}`)];
}

function refund(row: Rows["refunds"][number]): Entry[] {
  const { amountCents, reason, requestedBy, state, failure, createdAt, finalAt } = row;
  const amount = formatCents(amountCents);
  const entry = (at: Date, what: string, detail?: string, by?: string): Entry => ({
    ...{ at, kind: "refund", what: `Refund of ${amount} ${what}`, detail, by },
  });
  const requested = entry(createdAt, "requested", reason, requestedBy);
  const isFinal = state === "succeeded" || state === "failed";
  // Older rows have no final time: they became final no earlier than they were requested.
  return isFinal
    ? [requested, entry(finalAt ?? createdAt, state === "failed" ? "failed" : "completed", failure ?? undefined)]
    : [requested];
}

function request({ at, reason, state, decidedAt, decidedBy, answer }: Rows["requests"][number]): Entry[] {
  return [
    { at, kind: "refund", what: "Buyer requested a refund", detail: reason },
    ...(decidedAt
      ? [
          {
            ...{
              at: decidedAt,
              kind: "refund" as const,
              what: `Refund request ${state === "granted" ? "approved" : state}`,
            },
            ...{ detail: answer ?? undefined, by: decidedBy ?? undefined },
          },
        ]
      : []),
  ];
}

function dispute({ amountCents, reason, status, openedAt, closedAt }: Rows["disputes"][number]): Entry[] {
  const what = `Dispute over ${formatCents(amountCents)}`;
  return [
    { at: openedAt, kind: "dispute", what: `${what} opened`, detail: reasonText(reason) },
    ...(closedAt ? [{ at: closedAt, kind: "dispute" as const, what: `${what} closed: ${statusText(status)}` }] : []),
  ];
}

function shipment({ shippedAt, carrier, trackingNumber, by, copies }: Rows["shipments"][number]): Entry {
  const books = copies === 1 ? "1 book" : `${copies} books`;
  const detail = `${books} via ${carrier}${trackingNumber ? `, ${trackingNumber}` : ""}`;
  return { at: shippedAt, kind: "parcel", what: "Parcel shipped", detail, by };
}
