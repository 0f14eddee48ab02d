import { savingOnUnit } from "../discount";
import type { KindPrice } from "../kind";
import { isInScope, namesOtherCourses } from "../scope";
import type { SaleTerms } from "./terms";

export const salePrice: KindPrice<SaleTerms> = {
  namesOtherCourses: ({ scope }, courseIds) => namesOtherCourses(scope, courseIds),
  canDiscount: ({ scope, price }, line) => isInScope(scope, line) && savingOnUnit(price, line.regularPrice) > 0,
};
