import type { z } from "zod";
import type { CommonTerms } from "../combination";

/** The fields of a kind's terms, how terms are parsed from them, and how they are filled in. */
export type KindForm<Terms extends CommonTerms, Shape extends z.ZodRawShape = z.ZodRawShape> = {
  shape: Shape;
  /** Each field's label, also used to compare two people's edits. */
  labels: Record<keyof Shape, string>;
  /** `saved` are the terms that filled the form: parts without a field are kept. */
  read(input: z.output<z.ZodObject<Shape>>, context: z.RefinementCtx, saved: Terms | undefined): Terms;
  /** Terms as the text of the fields. */
  fill(terms: Terms): Record<string, unknown>;
  /** The text of a new promotion's fields that aren't empty. */
  initial: Record<string, string>;
  /** The options of the fields that offer a choice. */
  options?: Record<string, Option[]>;
  /** The field for a part of the terms, if its name differs. */
  fieldOfPart: Record<string, keyof Shape & string>;
};

type Option = { value: string; label: string };
