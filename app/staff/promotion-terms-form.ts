import { z } from "zod";
import { Format } from "~/catalog/formats";
import { formatCredits } from "~/core/credits";
import { decimalDollars } from "~/core/money";
import { decimalPercent } from "~/core/percent";
import { impossible } from "~/core/result";
import type { CouponDiscount, SalePrice } from "~/promotions/discount";
import type { Scope } from "~/promotions/scope";
import type { PromotionKind, Terms } from "~/promotions/terms";
import { dollars, percent, scopeOf, scopeShape, wholeNumber, withoutUndefined } from "./promotion-inputs";

const on = z.literal("on").optional();
const combinationShape = {
  combinesSales: on,
  combinesAutomatic: on,
  combinesCoupons: on,
  exclusive: on,
  priority: wholeNumber("", -1000).optional(),
};
const tick = (value: "on" | undefined) => value === "on";

type CombinationInput = z.infer<z.ZodObject<typeof combinationShape>>;
function combinationOf(input: CombinationInput) {
  return {
    combinesWith: {
      sales: tick(input.combinesSales),
      automatic: tick(input.combinesAutomatic),
      coupons: tick(input.combinesCoupons),
    },
    exclusive: tick(input.exclusive),
    priority: input.priority ?? 0,
  };
}

const priceKind = z.enum(["price", "amount-off", "percent-off"], { error: "Choose how the price is made." });

function discountOf(kind: SalePrice["kind"], text: string, context: z.RefinementCtx, field: string): SalePrice {
  const read = (kind === "percent-off" ? percent("") : dollars("")).safeParse(text);
  if (!read.success) {
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "", path: [field] });
    return z.NEVER;
  }
  return kind === "percent-off"
    ? { kind, basisPoints: read.data }
    : { kind, cents: read.data as Extract<SalePrice, { kind: "price" }>["cents"] };
}

const amount = (empty: string) =>
  z
    .string({ error: empty })
    .regex(/^\s*\$?[\d,]+(\.\d{1,2})?\s*%?\s*$/, "Enter dollars and cents, like 99.50, or a percentage, like 15.");

/** A kind's fields, and how its terms are read from them. */
type TermsForm<Shape extends z.ZodRawShape> = {
  shape: Shape;
  read: (input: z.infer<z.ZodObject<Shape>>, context: z.RefinementCtx) => Terms;
};
const form = <Shape extends z.ZodRawShape>(shape: Shape, read: TermsForm<Shape>["read"]): TermsForm<Shape> => ({
  shape,
  read,
});

const sale = (kind: "limited-sale" | "scheduled-sale") =>
  form({ ...scopeShape, ...combinationShape, priceKind, price: amount("Enter a price.") }, (input, context) => ({
    kind,
    scope: scopeOf(input),
    price: discountOf(input.priceKind, input.price, context, "price"),
    ...combinationOf(input),
  }));

const coupon = form(
  {
    ...scopeShape,
    ...combinationShape,
    discountKind: z.enum(["percent-off", "amount-off"], { error: "Choose what the coupon takes off." }),
    discount: amount("Enter what the coupon takes off."),
    minimumSpend: dollars("").optional(),
    firstOrderOnly: on,
  },
  (input, context) =>
    withoutUndefined({
      kind: "coupon" as const,
      scope: scopeOf(input),
      discount: discountOf(input.discountKind, input.discount, context, "discount") as CouponDiscount,
      minimumSpend: input.minimumSpend,
      firstOrderOnly: tick(input.firstOrderOnly),
      ...combinationOf(input),
    }),
);

const maximumSets = wholeNumber("").optional();

const bundle = form(
  {
    ...combinationShape,
    courseIds: z.array(z.string(), { error: "Choose two courses or more." }).min(2, "Choose two courses or more."),
    formats: z.array(Format).optional(),
    price: dollars("Enter what the whole set costs."),
    maximumSets,
  },
  ({ courseIds, formats, price, maximumSets: most, ...input }) =>
    withoutUndefined({
      kind: "bundle" as const,
      items: courseIds.map((courseId) =>
        withoutUndefined({ courseId, formats: formats?.length ? formats : undefined }),
      ),
      price,
      maximumSets: most,
      ...combinationOf(input),
    }),
);

const buyXGetY = form(
  {
    ...scopeShape,
    ...combinationShape,
    buy: wholeNumber("Enter how many must be bought."),
    get: wholeNumber("Enter how many are discounted."),
    rewardCourseIds: z.array(z.string()).optional(),
    discount: percent("Enter the discount."),
    maximumSets,
  },
  (input) =>
    withoutUndefined({
      kind: "buy-x-get-y" as const,
      scope: scopeOf(input),
      buy: input.buy,
      get: input.get,
      reward: input.rewardCourseIds?.length ? { courseIds: input.rewardCourseIds } : undefined,
      discount: input.discount,
      maximumSets: input.maximumSets,
      ...combinationOf(input),
    }),
);

const tier = z.object({ quantity: wholeNumber("", 2).optional(), discount: percent("").optional() });
const quantityTiers = form(
  {
    ...scopeShape,
    ...combinationShape,
    count: z.enum(["course", "scope"], { error: "Choose what is counted." }),
    tiers: z.array(tier),
  },
  (input, context) => {
    const tiers = input.tiers.filter(({ quantity, discount }) => quantity !== undefined || discount !== undefined);
    if (
      tiers.length === 0 ||
      tiers.some(({ quantity, discount }) => quantity === undefined || discount === undefined)
    ) {
      context.addIssue({ code: "custom", message: "Enter a quantity and a discount for each step.", path: ["tiers"] });
      return z.NEVER;
    }
    return {
      kind: "quantity-tiers" as const,
      scope: scopeOf(input),
      count: input.count,
      tiers: tiers.map(({ quantity = 0, discount = 0 }) => ({ quantity, discount })),
      ...combinationOf(input),
    };
  },
);

const gift = form(
  {
    ...scopeShape,
    ...combinationShape,
    giftCourseId: z.string({ error: "Choose the free course." }),
    giftFormats: z.array(Format).optional(),
    minimumSpend: dollars("Enter what must be bought."),
  },
  (input) =>
    withoutUndefined({
      kind: "gift" as const,
      courseId: input.giftCourseId,
      formats: input.giftFormats?.length ? input.giftFormats : undefined,
      scope: scopeOf(input),
      minimumSpend: input.minimumSpend,
      ...combinationOf(input),
    }),
);

const forms = {
  "limited-sale": sale("limited-sale"),
  "scheduled-sale": sale("scheduled-sale"),
  coupon,
  bundle,
  "buy-x-get-y": buyXGetY,
  "quantity-tiers": quantityTiers,
  gift,
} satisfies Record<PromotionKind, unknown>;

/** The fields of a kind's terms, and how the terms are read from them. */
export function termsForm(kind: PromotionKind): TermsForm<z.ZodRawShape> {
  // Each form reads what its own fields gave; which kind it is, is known only when it runs.
  return forms[kind] as unknown as TermsForm<z.ZodRawShape>;
}

const ticked = (value: boolean) => (value ? "on" : undefined);

/** Terms as the form's text; the other way round of `termsForm`. */
export function termsFields(terms: Terms): Record<string, unknown> {
  const { combinesWith, exclusive, priority } = terms;
  const shared = {
    combinesSales: ticked(combinesWith.sales),
    combinesAutomatic: ticked(combinesWith.automatic),
    combinesCoupons: ticked(combinesWith.coupons),
    exclusive: ticked(exclusive),
    priority: String(priority),
  };
  switch (terms.kind) {
    case "limited-sale":
    case "scheduled-sale":
      return { ...shared, ...scopeFields(terms.scope), priceKind: terms.price.kind, price: amountField(terms.price) };
    case "coupon":
      return {
        ...shared,
        ...scopeFields(terms.scope),
        discountKind: terms.discount.kind,
        discount: amountField(terms.discount),
        minimumSpend: terms.minimumSpend ? decimalDollars(terms.minimumSpend) : "",
        firstOrderOnly: ticked(terms.firstOrderOnly),
      };
    case "bundle":
      return {
        ...shared,
        courseIds: terms.items.map(({ courseId }) => courseId),
        formats: terms.items[0]?.formats ?? [],
        price: decimalDollars(terms.price),
        maximumSets: String(terms.maximumSets ?? ""),
      };
    case "buy-x-get-y":
      return {
        ...shared,
        ...scopeFields(terms.scope),
        buy: String(terms.buy),
        get: String(terms.get),
        rewardCourseIds: terms.reward?.courseIds ?? [],
        discount: decimalPercent(terms.discount),
        maximumSets: String(terms.maximumSets ?? ""),
      };
    case "quantity-tiers":
      return {
        ...shared,
        ...scopeFields(terms.scope),
        count: terms.count,
        tiers: terms.tiers.map(({ quantity, discount }) => ({
          quantity: String(quantity),
          discount: decimalPercent(discount),
        })),
      };
    case "gift":
      return {
        ...shared,
        ...scopeFields(terms.scope),
        giftCourseId: terms.courseId,
        giftFormats: terms.formats ?? [],
        minimumSpend: decimalDollars(terms.minimumSpend),
      };
    default:
      return impossible(terms);
  }
}

function amountField(amount: SalePrice): string {
  return amount.kind === "percent-off" ? decimalPercent(amount.basisPoints) : decimalDollars(amount.cents);
}

function scopeFields({
  courseIds = [],
  disciplines = [],
  contentCategories = [],
  formats = [],
  approvers = [],
  credits,
}: Scope) {
  return {
    courseIds,
    disciplines,
    contentCategories,
    formats,
    approvers,
    creditsFrom: credits?.min === undefined ? "" : formatCredits(credits.min),
    creditsTo: credits?.max === undefined ? "" : formatCredits(credits.max),
  };
}

/** The form field that shows a part of the terms. */
export function termsFieldOf(part: string | undefined): string {
  const fields: Record<string, string> = {
    scope: "courseIds",
    items: "courseIds",
    reward: "rewardCourseIds",
    courseId: "giftCourseId",
  };
  return fields[part ?? ""] ?? part ?? "courseIds";
}
