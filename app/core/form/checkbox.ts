import { z } from "zod";

/** A form's checkbox; an unchecked one is absent. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
