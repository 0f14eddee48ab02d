import { type Format, formatNames } from "~/catalog/read/formats";
import { formatInstant } from "~/core/dates";
import type { OrderId } from "~/core/ids";
import { type Cents, formatCents } from "~/core/money";
import { letterName } from "~/mail/letters/kinds";
import { cardText } from "~/orders/card-text";
import { orderNumber } from "~/shop/order-name";

/** What the shop tells the bank that decides a dispute. SECURITY 61: personal data is the buyer's own. Amounts are cents. */
export type EvidenceFacts = {
  shop: { name: string; email: string; timeZone: string; refundDays: number };
  order: {
    id: OrderId;
    number: number | null;
    email: string;
    certificateName: string;
    createdAt: Date;
    paidAt: Date | null;
    itemsCents: Cents;
    shippingCents: Cents;
    taxCents: Cents;
    totalCents: Cents;
    termsVersion: string | null;
    cardBrand: string | null;
    cardLast4: string | null;
    stripePaymentIntentId: string | null;
  };
  /** Lines of the mailing address; empty if nothing is mailed. */
  address: string[];
  lines: { title: string; format: Format; quantity: number; totalCents: Cents; explanation: string[] }[];
  mails: { kind: string; sentAt: Date; isToBuyer: boolean }[];
  enrollments: {
    title: string;
    unit: number;
    /** Whose it is; of another learner nothing more is told. */
    learner: "buyer" | "another" | "unnamed";
    createdAt: Date;
    withdrawnAt: Date | null;
    attempts: { number: number; submittedAt: Date; correct: number; questions: number; passed: boolean }[];
    certificate: { number: string; issuedAt: Date } | null;
  }[];
  shipments: { carrier: string; trackingNumber: string | null; shippedAt: Date; what: string[] }[];
  refunds: { amountCents: Cents; state: string; createdAt: Date; reason: string }[];
};

export type EvidenceSection = { title: string; rows: [label: string, value: string][] };

/** The evidence, section by section, in the sequence banks ask for. Empty sections are left out. */
export function evidenceSections(facts: EvidenceFacts): EvidenceSection[] {
  const { shop, order } = facts;
  const time = (instant: Date) => formatInstant(instant, shop.timeZone);
  const sections: EvidenceSection[] = [
    {
      title: "Order",
      rows: [
        ["Order", `${orderNumber(order.number)} (${order.id})`],
        ["Buyer", `${order.certificateName}, ${order.email}`],
        ["Checkout started", time(order.createdAt)],
        ["Paid", order.paidAt ? time(order.paidAt) : "not fulfilled"],
        ["Card", cardText(order) ?? "unknown"],
        ["Stripe payment", order.stripePaymentIntentId ?? "none"],
      ],
    },
    {
      title: "Items and amounts",
      rows: [
        ...facts.lines.map(({ title, format, quantity, totalCents, explanation }): [string, string] => [
          `${quantity} × ${formatNames[format]}`,
          `${title}: ${formatCents(totalCents)}${explanation.length > 0 ? ` (${explanation.join("; ")})` : ""}`,
        ]),
        ["Items", formatCents(order.itemsCents)],
        ["Shipping", formatCents(order.shippingCents)],
        ["Sales tax", formatCents(order.taxCents)],
        ["Total", formatCents(order.totalCents)],
      ],
    },
    {
      title: "Consent",
      rows: [
        [
          "Total",
          `The buyer saw the total of ${formatCents(order.totalCents)} at checkout and again on the payment page, and paid it.`,
        ],
        [
          "Terms",
          order.termsVersion
            ? `The buyer agreed to the terms of ${order.termsVersion} at checkout on ${time(order.createdAt)}.`
            : "No agreement to the terms was recorded for this order.",
        ],
      ],
    },
    {
      title: "E-mails sent",
      rows: facts.mails.map(({ kind, sentAt, isToBuyer }) => [
        time(sentAt),
        `${letterName(kind)} to ${isToBuyer ? order.email : "another learner"}`,
      ]),
    },
    { title: "Access and activity", rows: accessRows(facts) },
    { title: "Shipments", rows: shipmentRows(facts) },
    {
      title: "Refunds",
      rows: facts.refunds.map(({ amountCents, state, createdAt, reason }) => [
        time(createdAt),
        `${formatCents(amountCents)}, ${state}: ${reason}`,
      ]),
    },
    { title: "Refund policy", rows: [["Policy", refundPolicy(shop.refundDays)]] },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function accessRows({ enrollments, order, shop }: EvidenceFacts): [string, string][] {
  const time = (instant: Date) => formatInstant(instant, shop.timeZone);
  const whose = {
    buyer: `${order.certificateName}, ${order.email}`,
    another: "another learner",
    unnamed: "no learner named yet",
  };
  return enrollments.flatMap(({ title, unit, learner, createdAt, withdrawnAt, attempts, certificate }) => {
    const rows: [string, string][] = [[time(createdAt), `${title}, unit ${unit}: access granted (${whose[learner]})`]];
    for (const { number, submittedAt, correct, questions, passed } of attempts)
      rows.push([
        time(submittedAt),
        `${title}, unit ${unit}: post-test attempt ${number} submitted, ${correct} of ${questions} correct, ${passed ? "passed" : "not passed"}`,
      ]);
    if (certificate)
      rows.push([
        time(certificate.issuedAt),
        `${title}, unit ${unit}: certificate ${certificate.number} issued to the buyer`,
      ]);
    if (withdrawnAt) rows.push([time(withdrawnAt), `${title}, unit ${unit}: access ended`]);
    return rows;
  });
}

function shipmentRows({ shipments, address, shop }: EvidenceFacts): [string, string][] {
  return [
    ...(address.length > 0 ? [["Address", address.join(", ")] as [string, string]] : []),
    ...shipments.map(({ carrier, trackingNumber, shippedAt, what }): [string, string] => [
      formatInstant(shippedAt, shop.timeZone),
      `${what.join(", ")} by ${carrier}${trackingNumber ? `, tracking number ${trackingNumber}` : ""}`,
    ]),
  ];
}

/** EDUCATION 13, worded for a bank. */
export function refundPolicy(days: number): string {
  return `Within ${days} days of payment, buyers can request a refund of any unit without a certificate of completion. Once a certificate is issued, its credits are earned and the unit can’t be refunded.`;
}
