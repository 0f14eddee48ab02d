import type { z } from "zod";
import type { PromotionKind, TermsOf } from "../../kinds/kinds";

/** A kind's fields, how its terms are read from them, and the other way round. */
export type TermsForm<Shape extends z.ZodRawShape, Kind extends PromotionKind> = {
  shape: Shape;
  /** `saved` are the terms that the form was filled from: what it has no field for is kept. */
  read: (
    input: z.output<z.ZodObject<Shape>>,
    context: z.RefinementCtx,
    saved: TermsOf<Kind> | undefined,
  ) => TermsOf<Kind>;
  /** Terms as the form's text. */
  fields: (terms: TermsOf<Kind>) => Record<string, unknown>;
};
