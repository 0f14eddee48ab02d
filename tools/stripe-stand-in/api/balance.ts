import { z } from "zod";
import { balanceOf } from "../objects/balance-transaction";
import { pageOf } from "../objects/page";
import { missingObject, ok, refuse } from "../objects/problem";
import { endpoint } from "./http/endpoint";
import { isWithin, pageParams } from "./params/list";
import { currency, expand, range, text } from "./params/params";

export const retrieveBalance = endpoint({
  method: "GET",
  path: "/v1/balance",
  params: z.strictObject({ expand }),
  answers: "leaf",
  work: ({ standIn }) => ok(balanceOf(Object.values(standIn.world.balanceTransactions), "usd")),
});

export const retrieveBalanceTransaction = endpoint({
  method: "GET",
  path: "/v1/balance_transactions/:id",
  params: z.strictObject({ expand }),
  answers: "transaction",
  work: ({ standIn, id }) => {
    const found = standIn.world.balanceTransactions[id];
    return found ? ok(found) : refuse(missingObject("balance_transaction", id, "id"));
  },
});

export const listBalanceTransactions = endpoint({
  method: "GET",
  path: "/v1/balance_transactions",
  params: z.strictObject({
    ...pageParams,
    created: range.optional(),
    currency: currency.optional(),
    payout: text().optional(),
    source: text().optional(),
    type: text().optional(),
    expand,
  }),
  answers: "transactions",
  work: ({ standIn: { world }, params }) => {
    const { created, payout, source, type } = params;
    if (payout !== undefined && !world.payouts[payout]) return refuse(missingObject("payout", payout, "payout"));
    const transactions = Object.values(world.balanceTransactions)
      .filter((each) => type === undefined || each.type === type)
      .filter((each) => source === undefined || each.source === source)
      .filter((each) => payout === undefined || world.paidOutBy[each.id] === payout)
      .filter((each) => params.currency === undefined || each.currency === params.currency)
      .filter((each) => isWithin(each.created, created))
      .reverse();
    return pageOf(transactions, params, { url: "/v1/balance_transactions", kind: "balance_transaction" });
  },
});
