import type { z } from "zod";
import type { Format } from "~/catalog/read/formats";
import type { CourseId } from "~/core/ids";
import type { CartLine } from "./cart-line";
import type { Circumstances } from "./circumstances";
import type { Combination, CommonTerms, Stage } from "./combination";
import type { CouponDiscount, SalePrice } from "./discount";
import type { KindForm } from "./form/kind-form";
import type { Hint } from "./hint";
import type { PricedUnits } from "./priced-units";
import type { PromotionWith } from "./promotion";
import type { Scope } from "./scope";
import type { TitleOf } from "./scope-text";

/** One kind of promotion, complete. Each part is a file in the kind's folder; its fields, which are a view, are the fifth. */
export type Kind<Terms extends CommonTerms> = {
  stage: Stage;
  terms: KindTerms<Terms>;
  price: KindPrice<Terms>;
  text: KindText<Terms>;
  form: KindForm<Terms>;
};

/** PRICING 3: what pricing does with sales and coupons is the same for all of them, so it reads it from their terms. */
export type SaleKind<Terms extends CommonTerms & { scope: Scope; price: SalePrice }> = Kind<Terms> & { stage: "sales" };
export type CouponKind<
  Terms extends CommonTerms & {
    scope: Scope;
    discount: CouponDiscount;
    minimumSpend?: number;
    firstOrderOnly: boolean;
  },
> = Kind<Terms> & { stage: "coupons" };
/** An automatic promotion brings its own calculation. */
export type AutomaticKind<Terms extends CommonTerms> = Kind<Terms> & {
  stage: "automatic";
  price: AutomaticPrice<Terms>;
};

export type KindTerms<Terms extends CommonTerms> = {
  schema: z.ZodType<Terms> & { shape: { combinesWith: z.ZodType<Combination["combinesWith"]> } };
  /** Why terms can't be meant (PRICING 4, 11); empty if they can. `formats` has a line of one unit for each format of each
   *  published course. */
  validate(terms: Terms, formats: readonly CartLine[]): TermsProblem[];
  /** Courses that the terms name, so that a form keeps showing those that are no longer published. */
  listCourses(terms: Terms): CourseId[];
  /** What its stock counts and can limit; left out if nothing is counted. */
  counted?: Counted<Terms>;
};

/** `part` names the part of the terms that the message is about. */
export type TermsProblem = { part: string; message: string };

export type Counted<Terms> = {
  /** Units sold at its price, or orders that use it. */
  unit: "unit" | "use";
  /** Under the field for the limit in total. */
  totalHint: string;
  /** The limit for one customer if none is typed. */
  defaultPerCustomer(terms: Terms): number | null;
  validateLimits(terms: Terms, limits: Limits): { field: keyof Limits; message: string }[];
};
type Limits = { limit: number | null; perCustomer: number | null };

export type KindPrice<Terms extends CommonTerms> = {
  /** Whether it names courses and none of them is in the cart, as with most promotions of a large shop. */
  namesOtherCourses(terms: Terms, courseIds: ReadonlySet<CourseId>): boolean;
  /** Whether it could take something off a line. */
  canDiscount(terms: Terms, line: CartLine): boolean;
};

/** What pricing and its search for the cheapest cart (docs/decisions/0008) ask of an automatic promotion. */
export type AutomaticPrice<Terms extends CommonTerms> = KindPrice<Terms> & {
  /** Its terms without the conditions that this cart meets in any case; undefined if it can't do anything in this cart.
   *  `lowestCost` is what a line costs at least at its sale prices. */
  simplify(terms: Terms, lines: readonly CartLine[], lowestCost: (line: CartLine) => number): Terms | undefined;
  /** Whether a line can make use of it, in a cart in which it can do something. */
  canUse(terms: Terms, line: CartLine, at: Circumstances): boolean;
  /** Whether the line is one of those whose prices depend on each other through it. */
  ties(terms: Terms, line: CartLine): boolean;
  /** Whether what the line costs can decide that it applies, so that a smaller saving can be the better one. */
  countsSpending(terms: Terms, line: CartLine): boolean;
  /** Takes its discount off. */
  apply(promotion: PromotionWith<Terms>, cart: UnitsInCart): void;
  bounds: Bounds<Terms>;
  /** Small changes of the cart that would save something. `spent` is what units cost at sale prices. */
  hint(promotion: PromotionWith<Terms>, lines: readonly CartLine[], spent: () => readonly Spent[]): Hint[];
  /** Where a shopper finds what a hint suggests: the scope to choose from, and a named course's formats if only some count. */
  findHinted(terms: Terms): { scope: Scope; formats?: Format[] };
};

/** Units that an automatic promotion is applied to. */
export type UnitsInCart = {
  /** All units of the cart; those that are split off are added here. */
  all: PricedUnits[];
  /** Those that combine with it and whose plan uses it; whether they are in its scope is for the kind to check. */
  eligible: readonly PricedUnits[];
  /** What each cost before any automatic promotion. */
  spent: readonly Spent[];
  at: Circumstances;
};
export type Spent = { line: CartLine; total: number };

/** The most that it can take, as a part of a price from 0 to 1. A bound that is too high only costs time; one that is too low loses
 *  the cheapest cart. */
export type Bounds<Terms> = {
  /** True if a line's price with it depends on nothing but that line's own plan: it is then calculated, not estimated. */
  isExact: boolean;
  /** Of one line's price. */
  ofLine(terms: Terms, line: CartLine, cart: readonly CartLine[]): number;
  /** Of the price of all lines that make use of it, as far as this line is concerned. */
  ofAll(terms: Terms, line: CartLine, cart: readonly CartLine[]): number;
  /** Whether the discount that a line earns can be taken off other lines. */
  canShift(terms: Terms): boolean;
};

export type KindText<Terms> = {
  /** As it is called within a sentence: "limited sale". */
  name: string;
  /** For staff who choose a kind. */
  example: string;
  /** The terms in one line; of a list that is longer than `most`, three are named. */
  describe(terms: Terms, titleOf: TitleOf, most: number): string;
};
