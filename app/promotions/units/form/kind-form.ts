import type { z } from "zod";
import type { CommonTerms } from "../combination";

/** The fields of a kind's terms, how terms are read from them, and how they are filled in. */
export type KindForm<Terms extends CommonTerms, Shape extends z.ZodRawShape = z.ZodRawShape> = {
  shape: Shape;
  /** What each field is called, beside it and where two people's edits are compared. */
  labels: Record<keyof Shape, string>;
  /** `saved` are the terms that the form was filled from: what it has no field for is kept. */
  read(input: z.output<z.ZodObject<Shape>>, context: z.RefinementCtx, saved: Terms | undefined): Terms;
  /** Terms as the text of the fields. */
  fill(terms: Terms): Record<string, unknown>;
  /** The text of the fields of a new promotion, where they are not empty. */
  initial: Record<string, string>;
  /** The options of the fields that offer a choice. */
  options?: Record<string, Option[]>;
  /** The field that shows a part of the terms, where it has another name. */
  fieldOfPart: Record<string, keyof Shape & string>;
};

type Option = { value: string; label: string };
