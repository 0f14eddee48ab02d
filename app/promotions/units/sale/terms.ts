import type { CourseId } from "~/core/ids";
import { formatCents } from "~/core/money";
import type { CartLine } from "../cart-line";
import type { CommonTerms } from "../combination";
import { type SalePrice, saleDiscount } from "../discount";
import type { TermsProblem } from "../kind";
import { isInScope, type Scope } from "../scope";
import { findLowestPrice, validateScope } from "../validate";

/** What the terms of every sale have. */
export type SaleTerms = CommonTerms & { scope: Scope; price: SalePrice };

export function validateSale({ scope, price }: SaleTerms, formats: readonly CartLine[]): TermsProblem[] {
  const sold = formats.filter((line) => isInScope(scope, line));
  if (sold.length === 0) return validateScope("scope", scope, formats);
  const lowest = findLowestPrice(sold);
  const isReduced =
    price.kind === "amount-off"
      ? price.cents > 0 && price.cents < lowest
      : sold.every(({ regularPrice }) => saleDiscount(price, regularPrice, 1) > 0);
  if (isReduced) return [];
  if (price.kind === "amount-off" && price.cents === 0) return [{ part: "price", message: "Enter more than $0.00." }];
  return [{ part: "price", message: `Enter less than the lowest regular price, ${formatCents(lowest)}.` }];
}

export function listSaleCourses({ scope }: SaleTerms): CourseId[] {
  return scope.courseIds ?? [];
}
