import type { RefundRequestId } from "~/core/ids";
import type { Json } from "~/core/json";
import { countPages } from "~/core/list-query";
import { failed, ok, type Result } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/transaction.server";
import { readShop } from "~/shop/shop.server";
import type { Decision } from "../request/form";
import { answerRequest } from "../request/requests.server";
import { requestedTitles, requestedUnits } from "../request/units";
import type { RefundRequestsQuery } from "./query";

const perPage = 25;

const facts = {
  order: {
    select: {
      ...{ id: true, number: true, email: true, certificateName: true, paidAt: true },
      ...{ receivedCents: true, refundedCents: true },
      enrollments: { select: { id: true, refundId: true, orderLine: { select: { title: true } } } },
    },
  },
} as const;

/** A page of buyers' requests: the waiting ones oldest first, those of any other state newest first. */
export async function readRefundRequests({ state, page }: RefundRequestsQuery) {
  const where = state === "all" ? {} : { state };
  const [{ timeZone }, count, rows] = await Promise.all([
    readShop(),
    db().refundRequest.count({ where }),
    db().refundRequest.findMany({
      where,
      include: facts,
      orderBy: [{ at: state === "open" ? "asc" : "desc" }, { id: "asc" }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ]);
  return { timeZone, count, pages: countPages(count, perPage), requests: rows.map(viewRequest) };
}
export type RefundRequestsPage = Json<Awaited<ReturnType<typeof readRefundRequests>>>;

function findRequest(id: RefundRequestId) {
  return db().refundRequest.findUnique({ where: { id }, include: facts });
}

/** One request with what staff need to decide. Throws a 404 if there is none. */
export async function readRefundRequest(id: RefundRequestId) {
  const [{ timeZone }, row] = await Promise.all([readShop(), findRequest(id)]);
  if (!row) throw new Response("We couldn’t find this refund request.", { status: 404 });
  return { timeZone, request: viewRequest(row) };
}
export type RefundRequestPageData = Json<Awaited<ReturnType<typeof readRefundRequest>>>;

type Row = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

function viewRequest({ enrollmentIds, order: { enrollments, ...order }, ...request }: Row) {
  const requested = new Set(requestedUnits(enrollmentIds));
  const units = enrollments.map(({ id, orderLine }) => ({ id, title: orderLine.title }));
  return {
    ...request,
    order,
    titles: requestedTitles(enrollmentIds, units),
    units: requested.size,
    /** Everything requested was refunded without answering the request: its units, or by amount everything the order received. */
    isRefunded:
      enrollments.every(({ id, refundId }) => !requested.has(id) || refundId !== null) ||
      (order.receivedCents > 0 && order.refundedCents >= order.receivedCents),
  };
}

/** Answers a request, once. Only approves what has been refunded separately: the refund form approves the others. */
export async function decideRequest(
  id: RefundRequestId,
  decision: Decision,
  by: string,
): Promise<Result<undefined, "not-refunded" | "answered-before">> {
  const { request } = await readRefundRequest(id);
  if (decision.decision === "granted" && !request.isRefunded) return failed("not-refunded" as const);
  const answer = decision.decision === "declined" ? decision.answer : undefined;
  const isFirst = await transaction((tx) =>
    answerRequest(tx, { requestId: id, orderId: request.order.id, state: decision.decision, answer, by }),
  );
  return isFirst ? ok(undefined) : failed("answered-before" as const);
}
