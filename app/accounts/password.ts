import { z } from "zod";

/** SECURITY 6.2: length is the only rule about what a password is made of, and it is taken exactly as it was typed.
 *  The upper end keeps a request from buying seconds of hashing; it lies far above the 128 that must be admitted. */
export const NewPassword = z
  .string({ error: "Choose a password." })
  .min(8, "A password has at least 8 characters.")
  .max(256, "A password has at most 256 characters.");
