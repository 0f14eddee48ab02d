import type { Cents } from "~/core/money";
import type { CartLine } from "./cart-line";
import type { TermsProblem } from "./kind";
import { isInScope, type Scope } from "./scope";

/** `part` is the part of the terms that is the scope. */
export function validateScope(part: string, scope: Scope, formats: readonly CartLine[]): TermsProblem[] {
  if (formats.some((line) => isInScope(scope, line))) return [];
  return [{ part, message: "No published course matches all of this. Remove a condition." }];
}

/** 0 if there are no lines. */
export function findLowestPrice(lines: readonly CartLine[]): Cents | 0 {
  return lines.reduce<Cents | 0>(
    (least, { regularPrice }, index) => (index === 0 || regularPrice < least ? regularPrice : least),
    0,
  );
}
