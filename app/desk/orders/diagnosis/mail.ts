import { formatCents } from "~/core/money";
import { assertNever } from "~/core/result";
import { unsentReason } from "~/mail/desk/state";
import { letterName } from "~/mail/letters/kinds";
import type { CaseMail, Finding, OrderCase } from "./case";

/** Whether the buyer got the receipt with the course link, and which other e-mails failed. */
export function diagnoseMail(order: OrderCase, time: (instant: Date) => string): Finding[] {
  const receipt = order.mails.find(({ kind }) => kind === "receipt");
  const others = order.mails.filter((mail) => mail.kind !== "receipt" && isStuck(mail));
  return [
    ...(order.state === "paid" ? [diagnoseReceipt(order, receipt, time)] : []),
    ...others.map(
      (mail): Finding => ({
        tone: "wrong",
        what: `${letterName(mail.kind)} to ${mail.to}: ${problemOf(mail, time)}`,
        todo: "Correct the address if it is wrong, then resend it.",
        remedies: ["failed-messages"],
      }),
    ),
  ];
}

function diagnoseReceipt(order: OrderCase, receipt: CaseMail | undefined, time: (instant: Date) => string): Finding {
  const paid = paidText(order, time);
  if (!receipt)
    return {
      tone: "wrong",
      what: `${paid} No receipt was sent to ${order.email}.`,
      todo: "Send it: it has the link to the courses.",
      remedies: ["resend-receipt", "buyer-page"],
    };
  switch (receipt.state) {
    case "sent":
      return {
        tone: "good",
        what: `${paid} The receipt with the course link went to ${receipt.to} on ${time(receipt.at)}.`,
        todo: "If it did not arrive, correct the address if it is wrong, or resend it.",
        remedies: ["resend-receipt", "change-email", "buyer-page"],
      };
    case "not-sent":
      return {
        tone: "wrong",
        what: `${paid} The receipt to ${receipt.to} was not sent: ${unsentReason(receipt.error)}`,
        todo: "Send it if the buyer needs it: it has the link to the courses.",
        remedies: ["resend-receipt", "buyer-page"],
      };
    case "waiting":
      return {
        tone: "wait",
        what: `${paid} The receipt to ${receipt.to} was queued ${time(receipt.at)} and has not been sent yet.`,
        todo: "It goes out within a minute. If it doesn’t, the mail server or the shop’s jobs have stopped.",
        remedies: ["buyer-page"],
      };
    case "failing":
    case "given-up":
      return {
        tone: "wrong",
        what: `${paid} The receipt to ${receipt.to}: ${problemOf(receipt, time)}`,
        todo: "Correct the address if it is wrong, or resend it. The buyer’s page opens the courses without it.",
        remedies: ["change-email", "resend-receipt", "buyer-page"],
      };
    default:
      return assertNever(receipt.state);
  }
}

function isStuck({ state }: CaseMail): boolean {
  return state === "failing" || state === "given-up";
}

function problemOf({ state, attempts, error, at }: CaseMail, time: (instant: Date) => string): string {
  const tries = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  const why = error ?? "unknown reason";
  return state === "given-up"
    ? `given up ${time(at)} after ${tries}: ${why}`
    : `failed after ${tries}, and will be tried again: ${why}`;
}

function paidText({ receivedCents, totalCents, paidAt, card }: OrderCase, time: (instant: Date) => string): string {
  const when = paidAt ? ` ${time(paidAt)}` : "";
  if (totalCents === 0) return `Free order, placed${when}.`;
  return `Paid${when}: ${formatCents(receivedCents)}${card ? ` with ${card}` : ""}.`;
}
