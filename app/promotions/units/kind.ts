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

/** One kind of promotion, complete. Each part is a file in the kind's folder; its fields, a view, are separate. */
export type Kind<Terms extends CommonTerms> = {
  stage: Stage;
  terms: KindTerms<Terms>;
  price: KindPrice<Terms>;
  text: KindText<Terms>;
  form: KindForm<Terms>;
};

/** PRICING 3: pricing treats all sales alike and all coupons alike, so it works from their terms. */
export type SaleKind<Terms extends CommonTerms & { scope: Scope; price: SalePrice }> = Kind<Terms> & { stage: "sales" };
export type CouponKind<
  Terms extends CommonTerms & {
    scope: Scope;
    discount: CouponDiscount;
    minimumSpend?: number;
    firstOrderOnly: boolean;
  },
> = Kind<Terms> & { stage: "coupons" };
/** An automatic promotion has its own calculation. */
export type AutomaticKind<Terms extends CommonTerms> = Kind<Terms> & {
  stage: "automatic";
  price: AutomaticPrice<Terms>;
};

export type KindTerms<Terms extends CommonTerms> = {
  schema: z.ZodType<Terms> & { shape: { combinesWith: z.ZodType<Combination["combinesWith"]> } };
  /** Why terms make no sense (PRICING 4, 11); otherwise empty. `formats` has a line of one unit for each format of each
   *  published course. */
  validate(terms: Terms, formats: readonly CartLine[]): TermsProblem[];
  /** Courses named by the terms, so a form keeps showing those that are no longer published. */
  listCourses(terms: Terms): CourseId[];
  /** What its stock counts and can limit; absent if nothing is counted. */
  counted?: Counted<Terms>;
};

/** `part` is the part of the terms that the message is about. */
export type TermsProblem = { part: string; message: string };

export type Counted<Terms> = {
  /** Units sold at its price, or orders that use it. */
  unit: "unit" | "use";
  /** Hint below the field for the total limit. */
  totalHint: string;
  /** The limit per customer if none is typed. */
  defaultPerCustomer(terms: Terms): number | null;
  validateLimits(terms: Terms, limits: Limits): { field: keyof Limits; message: string }[];
};
type Limits = { limit: number | null; perCustomer: number | null };

export type KindPrice<Terms extends CommonTerms> = {
  /** Whether it names courses and none of them is in the cart, as with most promotions in a large shop. */
  namesOtherCourses(terms: Terms, courseIds: ReadonlySet<CourseId>): boolean;
  /** Whether it could take something off a line. */
  canDiscount(terms: Terms, line: CartLine): boolean;
};

/** What pricing and its search for the cheapest cart (docs/decisions/0008) need from an automatic promotion. */
export type AutomaticPrice<Terms extends CommonTerms> = KindPrice<Terms> & {
  /** Its terms without the conditions that this cart meets in any case; undefined if it can't do anything in this cart.
   *  `lowestCost` is the least a line costs at its sale prices. */
  simplify(terms: Terms, lines: readonly CartLine[], lowestCost: (line: CartLine) => number): Terms | undefined;
  /** Whether a line can use it, in a cart in which it can do something. */
  canUse(terms: Terms, line: CartLine, at: Circumstances): boolean;
  /** Whether the line is one of those that it makes depend on each other. */
  ties(terms: Terms, line: CartLine): boolean;
  /** Whether the line's cost can decide whether it applies, so that smaller savings can be better. */
  countsSpending(terms: Terms, line: CartLine): boolean;
  /** Applies its discount. */
  apply(promotion: PromotionWith<Terms>, cart: UnitsInCart): void;
  bounds: Bounds<Terms>;
  /** Small changes to the cart that would save something. `spent` is the cost of units at sale prices. */
  hint(promotion: PromotionWith<Terms>, lines: readonly CartLine[], spent: () => readonly Spent[]): Hint[];
  /** Where a shopper finds what a hint suggests: the scope to choose from, and a named course's formats if only some count. */
  findHinted(terms: Terms): { scope: Scope; formats?: Format[] };
};

/** Units that an automatic promotion is applied to. */
export type UnitsInCart = {
  /** All units in the cart; units that are split off are added here. */
  all: PricedUnits[];
  /** Units that combine with it and whose plan uses it; the kind checks whether they are in its scope. */
  eligible: readonly PricedUnits[];
  /** Each one's cost before any automatic promotion. */
  spent: readonly Spent[];
  at: Circumstances;
};
export type Spent = { line: CartLine; total: number };

/** The most it can take off, as a fraction of a price. A bound that is too high only costs time; one that is too low misses
 *  the cheapest cart. */
export type Bounds<Terms> = {
  /** True if a line's price with it depends only on that line's own plan: it is then calculated, not estimated. */
  isExact: boolean;
  /** Of one line's price. */
  ofLine(terms: Terms, line: CartLine, cart: readonly CartLine[]): number;
  /** Of the price of all lines that use it, as far as this line is concerned. */
  ofAll(terms: Terms, line: CartLine, cart: readonly CartLine[]): number;
  /** Whether the discount that a line earns can be taken off other lines. */
  canShift(terms: Terms): boolean;
};

export type KindText<Terms> = {
  /** Its name within a sentence: "limited sale". */
  name: string;
  /** Shown to staff choosing a kind. */
  example: string;
  /** The terms in one line; from a list longer than `most`, three are named. */
  describe(terms: Terms, titleOf: TitleOf, most: number): string;
};
