import { z } from "zod";
import { Email } from "~/core/email";
import { cents } from "~/core/money";
import { CertificateName, type Participant } from "~/learning/participant/participant";
import { MailingAddress } from "~/shipping/address";
import { seatList, seatRows } from "./seats";
import { TaxPlace } from "./tax-place";

/** Fields that a cart adds to the page. */
export type ExtraFields = {
  /** Something is mailed. */
  address: boolean;
  /** Nothing is mailed, but tax is computed. */
  taxPlace: boolean;
  /** The most units of any course in the cart: how many learners can be named. */
  maximumSeats: number;
};

/** What the shopper submitted on the page before payment. */
export type CheckoutRequest = {
  email: string;
  /** Printed on the certificate exactly as typed. */
  certificateName: string;
  purpose: "self" | "gift" | "colleagues";
  giftMessage?: string;
  /** The gift's recipient, or the colleagues. */
  seats: Participant[];
  address?: MailingAddress;
  taxPlace?: TaxPlace;
  /** The total shown on the page, in cents: the shopper agrees to pay no more. Undefined if none was shown or the value is not
   *  an amount. */
  agreedCents?: number;
};

/** A message from the giver, in any script, with line breaks. */
const GiftMessage = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim())
  .refine((text) => [...text].length <= 500, "Use at most 500 characters.")
  .refine((text) => !/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text), "Use plain text only.")
  .optional()
  .transform((text) => text || undefined);

/** The page before payment. Fields that belong to another purpose are ignored. */
export function checkoutSchema({ address, taxPlace, maximumSeats }: ExtraFields) {
  const common = {
    email: Email,
    certificateName: CertificateName,
    terms: z.literal("agreed", { error: "Agree to the terms to continue." }),
    agreedCents: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform((digits) => cents(Number(digits)))
      .optional()
      .catch(undefined),
    ...(address ? { address: MailingAddress } : {}),
    ...(taxPlace ? { taxPlace: TaxPlace } : {}),
  };
  const purpose = { error: "Choose who the courses are for." };
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
          seats: seatRows(maximumSeats),
          seatList: seatList(maximumSeats),
        }),
      ],
      purpose,
    )
    .transform((typed): CheckoutRequest => {
      const { email, certificateName, agreedCents } = typed;
      // Which of these the form has depends on the cart, which types can’t express.
      const { address: mailedTo, taxPlace: place } = typed as Pick<CheckoutRequest, "address" | "taxPlace">;
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
