import { type Format, isMailed } from "~/catalog/read/formats";
import type { OrderId } from "~/core/ids";
import type { Cents } from "~/core/money";
import type { Standing } from "~/learning/enrollment/standing";
import type { MailState } from "~/mail/desk/state";
import type { OrderState } from "~/orders/order-state";
import type { RefundFacts } from "~/refunds/facts/failed";
import { copiesToSend } from "~/shipping/parcels/copies-to-send";

/** An e-mail of the order after its latest attempt. `at`: when it was sent or given up, otherwise when it was queued. */
export type CaseMail = { kind: string; to: string; state: MailState; at: Date; attempts: number; error: string | null };

/** The input of a diagnosis. Amounts are cents; times are instants. */
export type OrderCase = {
  state: OrderState;
  email: string;
  totalCents: Cents;
  receivedCents: Cents;
  refundedCents: Cents;
  endsAt: Date;
  paidAt: Date | null;
  /** "Visa ending in 4242", if the card is known. */
  card: string | undefined;
  hasPaymentPage: boolean;
  /** The move that led to the current state. */
  last: { at: Date; cause: string; detail: string | null };
  /** Newest first. */
  mails: CaseMail[];
  units: { title: string; participantName: string | null; standing: Standing["kind"]; isWithdrawn: boolean }[];
  /** Oldest first. */
  refunds: (RefundFacts & { failure: string | null })[];
  disputes: { amountCents: Cents; status: string; dueBy: Date | null }[];
  openRequests: number;
  /** Paid books that were neither mailed nor refunded. */
  booksToSend: number;
  /** A later paid order from the same buyer. */
  paidLater: { id: OrderId; number: number | null } | undefined;
};

/** What a finding offers: a button, or a link to where to act. */
export type Remedy =
  | "ask-stripe"
  | "cancel"
  | "resend-receipt"
  | "change-email"
  | "decide"
  | "refund"
  | "refunds"
  | "answer-request"
  | "evidence"
  | "ship"
  | "failed-messages"
  | "find-payment"
  | "paid-later"
  | "buyer-page";

export type Finding = {
  /** `wrong`: someone must act; `wait`: it continues by itself; `good`: all is well. */
  tone: "wrong" | "wait" | "good";
  what: string;
  todo: string;
  remedies: Remedy[];
};

type BookLine = Parameters<typeof copiesToSend>[0] & { format: Format };

/** Printed books of a paid order that were neither shipped nor refunded. */
export function booksToSend(lines: BookLine[]): number {
  return lines.filter(({ format }) => isMailed(format)).reduce((sum, line) => sum + copiesToSend(line).left, 0);
}
