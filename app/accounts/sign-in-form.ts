import { z } from "zod";
import { Email } from "~/core/email";

/** No password rules here: a wrong password gets the same answer as an unknown account. */
export const SignInForm = z.object({
  email: Email,
  password: z.string({ error: "Enter your password." }).max(1000, "Use at most 1,000 characters."),
});
