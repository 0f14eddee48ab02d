import { z } from "zod";

const id = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\w.-]+$/, "Reload the page.");
const reason = z
  .string({ error: "Enter a reason." })
  .transform((text) => text.replace(/\p{Cc}+/gu, " ").trim())
  .pipe(z.string().min(1, "Enter a reason.").max(300, "Use at most 300 characters."));

/** A failed message's button. */
export const MessageForm = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.literal("retry-mail"), id }),
    z.object({ act: z.literal("discard-mail"), id, reason }),
    z.object({ act: z.literal("retry-event"), id }),
    z.object({ act: z.literal("discard-event"), id, reason }),
  ],
  { error: "Unknown action. Reload the page." },
);
