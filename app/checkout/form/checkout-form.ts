import { z } from "zod";
import { Email } from "~/core/email";
import { type Cents, cents } from "~/core/money";
import { CertificateName, type Participant } from "~/learning/participant";
import { MailingAddress } from "~/shipping/address";
import { GiftMessage } from "./gift-message";
import { seatList, seatRows } from "./seats";
import { TaxPlace } from "./tax-place";

/** What a cart makes the page ask beside name and e-mail. */
export type Asked = {
  /** Something is mailed. */
  address: boolean;
  /** Nothing is mailed, but tax is computed. */
  taxPlace: boolean;
  /** Units of the course of which the cart holds the most: so many people can learn. */
  mostSeats: number;
};

/** What the page before payment was told. */
export type Wish = {
  email: string;
  /** Printed on the certificate as it is typed. */
  certificateName: string;
  purpose: "self" | "gift" | "colleagues";
  giftMessage?: string;
  /** The gift's recipient, or colleagues. */
  seats: Participant[];
  address?: MailingAddress;
  taxPlace?: TaxPlace;
  /** The total that the page showed, in cents: what the shopper consents to. A higher one is never charged; where none was
   *  shown, or what came is no amount, nothing was agreed to. */
  agreedCents?: Cents;
};

/** Reads the page before payment. What belongs to another answer of "for whom" is left alone, whatever stands in it. */
export function checkoutForm({ address, taxPlace, mostSeats }: Asked) {
  const common = {
    email: Email,
    certificateName: CertificateName,
    terms: z.literal("agreed", { error: "Please read the terms and agree to them." }),
    agreedCents: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform((digits) => cents(Number(digits)))
      .optional()
      .catch(undefined),
    ...(address ? { address: MailingAddress } : {}),
    ...(taxPlace ? { taxPlace: TaxPlace } : {}),
  };
  const purpose = { error: "Choose for whom you buy." };
  return z
    .discriminatedUnion(
      "purpose",
      [
        z.object({ ...common, purpose: z.literal("self") }),
        z.object({
          ...common,
          purpose: z.literal("gift"),
          recipient: z.object({
            name: CertificateName,
            email: Email,
            message: GiftMessage,
          }),
        }),
        z.object({
          ...common,
          purpose: z.literal("colleagues"),
          seats: seatRows(mostSeats),
          seatList: seatList(mostSeats),
        }),
      ],
      purpose,
    )
    .transform((typed): Wish => {
      const { email, certificateName, agreedCents } = typed;
      // Which of these were asked depends on the cart, which types can't tell.
      const { address: mailedTo, taxPlace: place } = typed as Pick<Wish, "address" | "taxPlace">;
      const shared = { email, certificateName, agreedCents, address: mailedTo, taxPlace: place };
      switch (typed.purpose) {
        case "self":
          return { ...shared, purpose: "self", seats: [] };
        case "gift": {
          const { name, email: to, message } = typed.recipient;
          return { ...shared, purpose: "gift", giftMessage: message, seats: [{ name, email: to }] };
        }
        case "colleagues":
          return { ...shared, purpose: "colleagues", seats: [...typed.seats, ...typed.seatList] };
      }
    });
}
