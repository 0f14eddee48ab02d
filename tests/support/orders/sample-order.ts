import { customerKeyOf } from "~/core/email";
import { OrderId, StockId } from "~/core/ids";
import { db } from "~/platform/db/client.server";
import { databaseNow } from "~/platform/db/clock.server";
import { transaction } from "~/platform/db/transaction.server";
import { newSecret } from "~/platform/secrets.server";
import { sellUnits, takeUnits } from "~/stock/take-units.server";

const shippingAddress = {
  name: "Quinn Osei-Larkspur",
  address: {
    line1: "12 Canal Street",
    line2: null,
    city: "Port Alder",
    state: "WI",
    postal_code: "53299",
    country: "US",
  },
};

type Wanted = {
  email?: string;
  name?: string;
  /** Units of the sample sale; the other costs don't matter here. */
  saleUnits?: number;
  state?: "awaiting_payment" | "paid" | "attention";
  number?: number;
  /** Minutes until its holds end; negative if they have ended. */
  endsInMinutes?: number;
};

/** Creates an order for the IV Therapeutics book on sale, with its units taken as checkout does and, if paid, sold. */
export async function createSampleOrder({
  email = "quinn@example.com",
  name = "Quinn Osei-Larkspur",
  saleUnits = 1,
  state = "awaiting_payment",
  number,
  endsInMinutes = 30,
}: Wanted = {}): Promise<OrderId> {
  // Stripe’s own ids have no hyphens.
  const id = OrderId.parse(newSecret().replaceAll("-", "0"));
  const at = await databaseNow(db());
  const endsAt = new Date(at.getTime() + endsInMinutes * 60_000);
  const totalCents = 9950 * saleUnits;
  const isPaid = number !== undefined;
  await transaction(async (tx) => {
    await tx.order.create({
      data: {
        id,
        number,
        state,
        fingerprint: id,
        email,
        customerKey: customerKeyOf(email),
        certificateName: name,
        itemsCents: totalCents,
        shippingCents: 595,
        shippingAddress,
        weightGrams: 375 * saleUnits + 120,
        shippingZone: "Contiguous states",
        totalCents: totalCents + 595,
        receivedCents: isPaid ? totalCents + 595 : 0,
        createdAt: at,
        endsAt,
        paidAt: isPaid ? at : null,
        stripeSessionId: `cs_test_${id}`,
        stripePaymentIntentId: isPaid ? `pi_${id}` : null,
        idempotencyKey: id,
        events: { create: { at, state, cause: "sample" } },
        lines: {
          create: {
            position: 0,
            courseFormatId: "iv-therapeutics.book_by_mail",
            title: "IV Therapeutics",
            format: "book_by_mail",
            quantity: saleUnits,
            totalCents,
            portions: {
              create: {
                position: 0,
                quantity: saleUnits,
                regularUnitPriceCents: 12900,
                totalCents,
                adjustments: {
                  create: {
                    position: 0,
                    promotionId: "iv-therapeutics-sale",
                    promotionVersion: 1,
                    name: "IV Therapeutics for $99.50",
                    kind: "limited-sale",
                    amountCents: 2950 * saleUnits,
                  },
                },
              },
            },
          },
        },
      },
    });
    const claims = [{ stockId: StockId.parse("iv-therapeutics-sale"), units: saleUnits }];
    const taken = await takeUnits(tx, claims, { orderId: id, customerKey: customerKeyOf(email), endsAt, at });
    if (!taken.ok) throw new Error(taken.problem.kind);
    if (isPaid) await sellUnits(tx, id);
  });
  return id;
}
