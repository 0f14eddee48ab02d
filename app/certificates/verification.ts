import { z } from "zod";

const isCode = /^[A-Za-z0-9_-]{22}$/;

/** What a verifier enters: the code, or the URL printed below it. */
export const VerificationCode = z
  .string({ error: "Enter the code printed on the certificate." })
  .trim()
  .min(1, "Enter the code printed on the certificate.")
  .max(500, "That’s too long for a code.")
  .transform((typed) => /\/verify\/([^/?#\s]+)\/?$/.exec(typed)?.[1] ?? typed)
  .refine((code) => isCode.test(code), "A code has 22 letters, digits, hyphens, or underscores. Check each character.");

/** SECURITY 25: everything that someone with a code may see. */
export type Verification = {
  status: "valid" | "demonstration";
  participant: string;
  courseTitle: string;
  completedOn: string;
  /** In hundredths. */
  credits: number;
  category: string;
};
