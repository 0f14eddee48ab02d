import { z } from "zod";

/** SECURITY 6.2: length is the only rule for a password, which is used exactly as typed. The maximum limits hashing
 *  time per request; it is well above the 128 that must be allowed. */
export const NewPassword = z
  .string({ error: "Choose a password." })
  .min(8, "Use at least 8 characters.")
  .max(256, "Use at most 256 characters.");
