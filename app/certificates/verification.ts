import { z } from "zod";

const isCode = /^[A-Za-z0-9_-]{22}$/;

/** What a verifier types: the code, or the whole address that is printed below it. */
export const VerificationCode = z
  .string({ error: "Enter the code that is printed on the certificate." })
  .trim()
  .min(1, "Enter the code that is printed on the certificate.")
  .max(500, "This is too long for a code.")
  .transform((typed) => /\/verify\/([^/?#\s]+)\/?$/.exec(typed)?.[1] ?? typed)
  .refine(
    (code) => isCode.test(code),
    "A code has 22 letters, digits, hyphens and underscores. Check it letter by letter.",
  );

/** SECURITY 25: what anybody who holds a code may learn, and nothing else. */
export type Verification = {
  status: "valid" | "demonstration";
  participant: string;
  courseTitle: string;
  completedOn: string;
  /** In hundredths. */
  credits: number;
  category: string;
};
