import { z } from "zod";

/** A few words from the giver, in any script and on several lines. */
export const GiftMessage = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim())
  .refine((text) => [...text].length <= 500, "A message has at most 500 characters.")
  .refine((text) => !/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text), "Enter the message in plain text.")
  .optional()
  .transform((text) => text || undefined);
