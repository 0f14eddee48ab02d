import type { OrderId, RefundRequestId } from "~/core/ids";
import { failed, ok } from "~/core/result";
import { db } from "~/platform/db/client.server";
import { requestAnsweredLetter, requestReceivedLetter } from "../letters/refund-request";
import type { Read } from "./addressed";
import { readPaidOrderFacts } from "./order.server";

type Payload = { orderId: OrderId; requestId: RefundRequestId };

async function readRequest({ orderId, requestId }: Payload) {
  const facts = await readPaidOrderFacts(orderId);
  const request = await db().refundRequest.findUnique({ where: { id: requestId, orderId } });
  if (!facts || !request) return undefined;
  const ids = Array.isArray(request.enrollmentIds) ? request.enrollmentIds.map(String) : [];
  const units = await db().enrollment.findMany({
    where: { id: { in: ids }, orderId },
    select: { orderLine: { select: { title: true } } },
    orderBy: [{ orderLine: { position: "asc" } }, { unit: "asc" }],
  });
  const courses = [...new Set(units.map(({ orderLine }) => orderLine.title))];
  const about = { orderNumber: facts.order.number, courses, orderUrl: facts.url };
  return { request, buyer: facts.buyer, about };
}

const missing = { kind: "impossible" as const, why: "the refund request or its order is missing" };

export async function readRequestReceived(payload: Payload): Read {
  const read = await readRequest(payload);
  if (!read) return failed(missing);
  const { request, buyer, about } = read;
  return ok({ to: buyer, letter: requestReceivedLetter({ ...about, reason: request.reason }) });
}

export async function readRequestAnswered(payload: Payload): Read {
  const read = await readRequest(payload);
  if (!read) return failed(missing);
  const { request, buyer, about } = read;
  if (request.state === "open") return failed({ kind: "not-needed", why: "the request is open again" });
  const isGranted = request.state === "granted";
  const letter = requestAnsweredLetter({ ...about, isGranted, answer: request.answer ?? undefined });
  return ok({ to: buyer, letter });
}
