import { z } from "zod";

const id = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\w.-]+$/, "Load the page again.");
const reason = z
  .string({ error: "Say why nobody needs it any more." })
  .transform((text) => text.replace(/\p{Cc}+/gu, " ").trim())
  .pipe(z.string().min(1, "Say why nobody needs it any more.").max(300, "Use at most 300 characters."));

/** What a button beside a dead letter asks. */
export const LetterForm = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.literal("retry-mail"), id }),
    z.object({ act: z.literal("discard-mail"), id, reason }),
    z.object({ act: z.literal("retry-event"), id }),
    z.object({ act: z.literal("discard-event"), id, reason }),
  ],
  { error: "This button is not known. Load the page again." },
);
