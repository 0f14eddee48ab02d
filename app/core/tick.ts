import { z } from "zod";

/** A checkbox of a form; one that is not ticked is absent. */
export const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
