import { canCombine } from "../../kinds/kinds";
import type { CartLine } from "../../units/cart-line";
import type { Circumstances } from "../../units/circumstances";
import { compareText } from "../../units/promotion";
import { isInScope, isWholeCatalog, type Scope } from "../../units/scope";
import { applyPlans } from "./apply";
import { findOptimisticCost } from "./optimistic-cost";
import type { EnteredCoupon, LinePlan } from "./plan";

export type Choice = { line: CartLine; plans: LinePlan[] };
/** The most that coupons can take off together, besides percentages; `slack` is the cents that rounding may add to the cost. */
type Amounts = { most: number; slack: number };
type Task = {
  /** In their order of application. */
  coupons: readonly EnteredCoupon[];
  /** The percentage coupons among them, without their minimum. */
  percentages: readonly EnteredCoupon[];
  amounts: Amounts;
  /** Plans to start with, in the order of the group. */
  known?: readonly LinePlan[];
};
type Found = { plans: [CartLine, LinePlan][]; cost: number };

/** Line pricings that are tried for lines that depend on each other; after that, the best cart found so far is the answer. */
const budget = 20_000;
/** The same, for a large group in which only odd cents are at stake. */
const smallBudget = 500;
const largeGroup = 5;

/** The cheapest plans of lines that depend on each other. */
export function findCheapest(group: readonly Choice[], task: Task, at: Circumstances): Found {
  // By id, so the order of lines decides nothing.
  const choices = group
    .map((choice, index) => ({ ...choice, known: task.known?.[index] }))
    .sort((a, b) => compareText(a.line.id, b.line.id));
  const members = new Map(choices.map(({ line }, index) => [line, index]));
  // Amounts are shared to the cent in the cart's own order.
  const inCart = choices.length === 1 ? choices.map(({ line }) => line) : at.cart.filter((line) => members.has(line));
  const price = (plans: readonly LinePlan[]) => {
    const ordered = inCart.map((line) => plans[members.get(line) ?? 0] ?? { sales: [] });
    return applyPlans(inCart, ordered, task.coupons, at).total;
  };
  const { plans, cost } = search(choices, task, at, price);
  return { plans: choices.map(({ line }, index) => [line, plans[index] ?? { sales: [] }]), cost };
}

type Known = Choice & { known?: LinePlan };

/** Branch and bound: a line's plan is followed only while the rest, at its most optimistic, could still be cheaper. */
function search(
  choices: readonly Known[],
  { percentages, amounts }: Task,
  at: Circumstances,
  price: (plans: readonly LinePlan[]) => number,
): { plans: readonly LinePlan[]; cost: number } {
  const [only] = choices;
  if (only && choices.length === 1) return findCheapestOfOne(only, price);
  const branches = choices.map(({ line, plans }) =>
    plans
      .map((plan) => ({ plan, cost: findOptimisticCost(line, plan, percentages, at) }))
      .sort((a, b) => a.cost - b.cost),
  );
  // The least that each line and those after it can cost.
  const rest = [0];
  for (const branch of [...branches].reverse()) rest.unshift((rest[0] ?? 0) + (branch[0]?.cost ?? 0));

  let best = choices.map(({ known }, index) => known ?? branches[index]?.[0]?.plan ?? { sales: [] });
  let least = price(best);
  let spent = choices.length;
  const gap = least - ((rest[0] ?? 0) - amounts.most);
  if (gap <= 0) return { plans: best, cost: least };
  const effort = gap <= amounts.slack && choices.length >= largeGroup ? smallBudget : budget;
  improveOneByOne();
  follow(0, 0, []);
  return { plans: best, cost: least };

  function improve(plans: LinePlan[]): void {
    spent += choices.length;
    const cost = price(plans);
    if (cost < least) [best, least] = [plans, cost];
  }

  function improveOneByOne(): void {
    for (const [index, { plans }] of choices.entries())
      for (const plan of plans) if (spent < effort && plan !== best[index]) improve(best.with(index, plan));
  }

  function follow(index: number, cost: number, plans: LinePlan[]): void {
    if (spent >= effort || cost + (rest[index] ?? 0) - amounts.most >= least) return;
    const branch = branches[index];
    if (!branch) improve(plans);
    else for (const { plan, cost: own } of branch) follow(index + 1, cost + own, [...plans, plan]);
  }
}

function findCheapestOfOne(
  { plans }: Choice,
  price: (plans: readonly LinePlan[]) => number,
): { plans: LinePlan[]; cost: number } {
  let best: LinePlan = plans[0] ?? { sales: [] };
  let least = price([best]);
  for (const plan of plans.slice(1)) {
    const cost = price([plan]);
    if (cost < least) [best, least] = [plan, cost];
  }
  return { plans: [best], cost: least };
}

/** An amount is worth less if percentages that touch everything it touches come after it. */
export function findLargestAmounts(coupons: readonly EnteredCoupon[], lines: readonly CartLine[]): Amounts {
  let [most, slack] = [0, 0];
  for (const [index, { promotion }] of coupons.entries()) {
    const { scope, discount, combinesWith } = promotion.terms;
    if (discount.kind !== "amount-off" || !lines.some((line) => isInScope(scope, line))) continue;
    const after = coupons.slice(index + 1).filter(({ promotion: later }) => {
      const { terms } = later;
      const touchesAll =
        covers(terms.scope, scope) &&
        terms.combinesWith.sales === combinesWith.sales &&
        terms.combinesWith.automatic === combinesWith.automatic;
      return terms.discount.kind === "percent-off" && !terms.minimumSpend && touchesAll && canCombine(promotion, later);
    });
    const share = after.reduce(
      (left, { promotion: { terms } }) =>
        terms.discount.kind === "percent-off" ? left * (1 - terms.discount.basisPoints / 10_000) : left,
      1,
    );
    most += Math.ceil(discount.cents * share);
    if (share < 1) slack += 2 * after.length * lines.reduce((sum, { quantity }) => sum + Math.min(3, quantity), 0);
  }
  return { most: most + slack, slack: 2 * slack };
}

function covers(wide: Scope, narrow: Scope): boolean {
  return isWholeCatalog(wide) || JSON.stringify(wide) === JSON.stringify(narrow);
}
