import { z } from "zod";
import { Email } from "~/core/email";

/** No rule about the password here: what is wrong with it is told the same way as an unknown account. */
export const SignInForm = z.object({
  email: Email,
  password: z.string({ error: "Enter your password." }).max(1000, "This is too long for a password."),
});
