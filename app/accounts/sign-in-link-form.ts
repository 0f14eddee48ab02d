import { z } from "zod";
import { Email } from "~/core/email";

/** Requests a sign-in link. */
export const SignInLinkForm = z.object({ email: Email });
