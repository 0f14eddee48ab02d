import { formatInstant } from "~/core/dates";
import { type EvidenceFacts, evidenceSections, refundPolicy } from "./evidence";

/** Stripe accepts 20,000 characters per field and 150,000 in total (https://docs.stripe.com/api/disputes/update). */
const longest = 18_000;

/** The evidence as Stripe's text fields, without empty ones. `note` is the staff's own statement. */
export function stripeEvidence(facts: EvidenceFacts, note: string): Record<string, string> {
  const { order, shop, lines, shipments, address } = facts;
  const [shipment] = shipments;
  const textOf = (...titles: string[]) =>
    evidenceSections(facts)
      .filter(({ title }) => titles.includes(title))
      .map(({ title, rows }) => [title, ...rows.map(([label, value]) => `${label}: ${value}`)].join("\n"))
      .join("\n\n");
  const fields = {
    customer_name: order.certificateName,
    customer_email_address: order.email,
    product_description: `Continuing education for radiologic technologists: ${lines
      .map(({ quantity, title }) => `${quantity} × ${title}`)
      .join("; ")}`,
    service_date: order.paidAt ? formatInstant(order.paidAt, shop.timeZone) : "",
    access_activity_log: textOf("Access and activity"),
    refund_policy_disclosure: refundPolicy(shop.refundDays),
    shipping_address: address.join(", "),
    shipping_carrier: shipment?.carrier ?? "",
    shipping_date: shipment ? formatInstant(shipment.shippedAt, shop.timeZone) : "",
    shipping_tracking_number: shipments.flatMap(({ trackingNumber }) => trackingNumber ?? []).join(", "),
    uncategorized_text: [note, textOf("Order", "Items and amounts", "Consent", "E-mails sent", "Shipments", "Refunds")]
      .filter((text) => text !== "")
      .join("\n\n"),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text ? [[name, text.slice(0, longest)]] : [])),
  );
}
