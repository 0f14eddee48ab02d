import type { OrderId } from "~/core/ids";
import type { Standing } from "~/learning/standing";
import type { MailState } from "~/mail/desk/state";
import type { OrderState } from "~/orders/order-state";
import type { RefundFacts } from "~/refunds/failed-refunds";

/** A mail of the order, as its newest attempt left it. `at`: when it was sent or given up; else when it was written. */
export type CaseMail = { kind: string; to: string; state: MailState; at: Date; attempts: number; error: string | null };

/** What a diagnosis is made from. Amounts are cents; all times are instants. */
export type OrderCase = {
  state: OrderState;
  email: string;
  totalCents: number;
  receivedCents: number;
  refundedCents: number;
  endsAt: Date;
  paidAt: Date | null;
  /** "Visa ending in 4242", where the card is known. */
  card: string | undefined;
  hasPaymentPage: boolean;
  /** The move that led to the state. */
  last: { at: Date; cause: string; detail: string | null };
  /** Newest first. */
  mails: CaseMail[];
  units: { title: string; participantName: string | null; standing: Standing["kind"]; isWithdrawn: boolean }[];
  /** Oldest first. */
  refunds: (RefundFacts & { failure: string | null })[];
  disputes: { amountCents: number; status: string; dueBy: Date | null }[];
  openRequests: number;
  /** Books that were paid and neither mailed nor given back. */
  booksToSend: number;
  /** A later order of the same buyer that was paid. */
  paidLater: { id: OrderId; number: number | null } | undefined;
};

/** What a finding offers: a button, or the way to where it is done. */
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
  | "dead-letters"
  | "find-payment"
  | "paid-later"
  | "buyer-page";

export type Finding = {
  /** `wrong`: somebody must act; `wait`: it goes on by itself; `good`: as it should be. */
  tone: "wrong" | "wait" | "good";
  what: string;
  todo: string;
  remedies: Remedy[];
};
