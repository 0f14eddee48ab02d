import { z } from "zod";
import { Email } from "~/core/email";

/** What asks for a sign-in link. */
export const AskForLinkForm = z.object({ email: Email });
