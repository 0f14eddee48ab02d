import type { FieldMetadata } from "@conform-to/react";
import type { CheckoutRequest } from "./schema";

type Person = { name: string; email: string };

/** The page's fields as typed. */
export type CheckoutFields = {
  email: string;
  certificateName: string;
  purpose: CheckoutRequest["purpose"];
  recipient: Person & { message: string };
  seats: Person[];
  seatList: string;
  address: {
    name: string;
    line1: string;
    line2: string;
    city: string;
    state: string;
    postalCode: string;
    country: string;
  };
  taxPlace: { country: string; state: string; postalCode: string };
  terms: string;
};

export type Fields = { [Name in keyof CheckoutFields]: FieldMetadata<CheckoutFields[Name], CheckoutFields> };
