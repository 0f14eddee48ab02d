import { describeChange } from "~/audit/changes";
import { formatInstant } from "~/core/dates";
import { type Cents, formatCents } from "~/core/money";
import { reasonWords, statusWords } from "~/disputes/dispute-status";
import { mailState, whyNotSent } from "~/mail/desk/state";
import { letterName } from "~/mail/letter-kinds";
import { type OrderState, orderStateNames } from "~/orders/order-state";

/** What an order's rows tell of its life. Amounts are cents. */
export type Rows = {
  timeZone: string;
  createdAt: Date;
  events: { at: Date; state: OrderState; cause: string; detail: string | null }[];
  seats: { name: string; email: string }[];
  enrolments: {
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
  audit: { at: Date; actor: string; action: string; before: unknown; after: unknown }[];
};

/** `by`: who or what brought it about, where that is known. */
export type Entry = { at: Date; kind: Kind; what: string; detail?: string; by?: string };
type Kind = "order" | "learning" | "mail" | "refund" | "dispute" | "parcel" | "note" | "staff";

/** Everything that happened with an order, oldest first; what happened at one instant in the order cause to effect. */
export function timelineOf(rows: Rows): Entry[] {
  return [
    ...rows.audit.filter(({ action }) => !standsElsewhere(action)).map((row) => staffAct(row, rows.timeZone)),
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

/** Notes, refunds and wishes for them have entries of their own, in their words. */
function standsElsewhere(action: string): boolean {
  return action === "order.note-added" || action === "refund.requested" || action.startsWith("refund-request.");
}

function staffAct({ at, actor, action, before, after }: Rows["audit"][number], timeZone: string): Entry {
  const what = action.replace(/^order\./, "").replace(/[.-]/g, " ");
  const detail = describeChange(before, after, timeZone).join("; ");
  return { at, kind: "staff", what: what.charAt(0).toUpperCase() + what.slice(1), detail, by: actor };
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

function learning({ enrolments }: Rows): Entry[] {
  return enrolments.flatMap(({ title, participantName, createdAt, withdrawnAt, attempts, certificate }) => {
    const who = participantName ?? "nobody named yet";
    const entry = (at: Date, what: string, detail: string): Entry => ({ at, kind: "learning", what, detail });
    return [
      entry(createdAt, "Course opened", `${title}: ${who}`),
      ...attempts.map(({ number, correct, questions, passed, submittedAt }) =>
        entry(
          submittedAt,
          `Test ${passed ? "passed" : "not passed"}`,
          `${title}, attempt ${number}: ${correct} of ${questions} right; ${who}`,
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
  const written = entry(createdAt, "written", `to ${to}`);
  if (sentAt)
    return [
      written,
      mailState(row) === "sent"
        ? entry(sentAt, "sent", `to ${to}`)
        : entry(sentAt, "not sent", `to ${to}: ${whyNotSent(lastError)}`),
    ];
  const why = lastError ? `: ${lastError}` : "";
  if (givenUpAt) return [written, entry(givenUpAt, "given up", `to ${to}, tried ${attempts} times${why}`)];
  if (lastError === null) return [written];
  const again = `tried ${attempts} times, again ${formatInstant(nextAttemptAt, timeZone)}`;
  return [entry(createdAt, "written, not sent yet", `to ${to}, ${again}${why}`)];
}

function refund(row: Rows["refunds"][number]): Entry[] {
  const { amountCents, reason, requestedBy, state, failure, createdAt, finalAt } = row;
  const amount = formatCents(amountCents);
  const entry = (at: Date, what: string, detail?: string, by?: string): Entry => ({
    ...{ at, kind: "refund", what: `Refund of ${amount} ${what}`, detail, by },
  });
  const asked = entry(createdAt, "asked for", reason, requestedBy);
  const isFinal = state === "succeeded" || state === "failed";
  // Rows of before this was kept know no time of their end: they ended at the earliest when they were asked for.
  return isFinal
    ? [asked, entry(finalAt ?? createdAt, state === "failed" ? "failed" : "done", failure ?? undefined)]
    : [asked];
}

function request({ at, reason, state, decidedAt, decidedBy, answer }: Rows["requests"][number]): Entry[] {
  return [
    { at, kind: "refund", what: "The buyer asked for a refund", detail: reason },
    ...(decidedAt
      ? [
          {
            ...{ at: decidedAt, kind: "refund" as const, what: `The wish for a refund was ${state}` },
            ...{ detail: answer ?? undefined, by: decidedBy ?? undefined },
          },
        ]
      : []),
  ];
}

function dispute({ amountCents, reason, status, openedAt, closedAt }: Rows["disputes"][number]): Entry[] {
  const what = `Dispute over ${formatCents(amountCents)}`;
  return [
    { at: openedAt, kind: "dispute", what: `${what} opened`, detail: reasonWords(reason) },
    ...(closedAt ? [{ at: closedAt, kind: "dispute" as const, what: `${what} closed: ${statusWords(status)}` }] : []),
  ];
}

function shipment({ shippedAt, carrier, trackingNumber, by, copies }: Rows["shipments"][number]): Entry {
  const books = copies === 1 ? "1 book" : `${copies} books`;
  const detail = `${books} by ${carrier}${trackingNumber ? `, ${trackingNumber}` : ""}`;
  return { at: shippedAt, kind: "parcel", what: "Parcel left", detail, by };
}
