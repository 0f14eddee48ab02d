import { z } from "zod";
import { text, unsettable } from "./params";

/** An empty part of an address unsets it, as everywhere at Stripe. */
const part = unsettable(500).nullable().default(null);

/** An address as Stripe stores it: every part is present, null if unknown. */
export const address = z.strictObject({
  line1: part,
  line2: part,
  city: part,
  state: part,
  postal_code: part,
  country: part.pipe(
    z
      .string()
      .regex(/^[A-Z]{2}$/, "Invalid country: must be a two-letter ISO code")
      .nullable(),
  ),
});

/** Who and where something is shipped to. */
export const shipping = z.strictObject({ name: text(), phone: text(50).optional(), address });

export const taxCode = z.string().regex(/^txcd_\d{8}$/, "No such tax code: it is txcd_ and eight digits");

/** The stand-in only adds tax on top, which is what Stripe infers for US dollars by default. */
export const taxBehavior = z.enum(["exclusive", "unspecified"]);
