import { expect, test } from "vitest";
import { line, order, payOrder, refusalOf, startBench } from "./support/bench";

test("sessions are listed newest first, page by page, until there are no more", async () => {
  const { stripe } = await startBench();
  const ids: string[] = [];
  for (let made = 0; made < 5; made += 1) ids.unshift((await stripe.checkout.sessions.create(order())).id);
  const first = await stripe.checkout.sessions.list({ limit: 2 });
  expect(first).toMatchObject({ object: "list", has_more: true, url: "/v1/checkout/sessions" });
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const last = await stripe.checkout.sessions.list({ limit: 2, starting_after: ids[3] });
  expect(last).toMatchObject({ has_more: false, data: [{ id: ids[4] }] });
  const before = await stripe.checkout.sessions.list({ limit: 2, ending_before: ids[3] });
  expect(before).toMatchObject({ has_more: true, data: [{ id: ids[1] }, { id: ids[2] }] });
  const all: string[] = [];
  for await (const session of stripe.checkout.sessions.list({ limit: 2 })) all.push(session.id);
  expect(all).toEqual(ids);
});

test("sessions can be filtered by status and by payment", async () => {
  const bench = await startBench();
  const { id, intent } = await payOrder(bench);
  const open = await bench.stripe.checkout.sessions.create(order());
  const { list } = bench.stripe.checkout.sessions;
  expect((await list.call(bench.stripe.checkout.sessions, { status: "open" })).data).toMatchObject([{ id: open.id }]);
  expect((await list.call(bench.stripe.checkout.sessions, { payment_intent: intent })).data).toMatchObject([{ id }]);
});

test("events can be filtered by type, group of types, and time", async () => {
  const bench = await startBench();
  const { intent } = await payOrder(bench);
  await bench.control("clock", { advanceSeconds: 100 });
  const refund = await bench.stripe.refunds.create({ payment_intent: intent });
  const typesOf = async (params: object) => (await bench.stripe.events.list(params)).data.map(({ type }) => type);
  expect(await typesOf({ type: "refund.created" })).toEqual(["refund.created"]);
  expect(await typesOf({ type: "checkout.*" })).toEqual(["checkout.session.completed"]);
  expect(await typesOf({ types: ["charge.refunded", "refund.created"] })).toHaveLength(2);
  expect(await typesOf({ created: { lt: refund.created - 50 } })).toEqual(["checkout.session.completed"]);
  expect(await typesOf({ created: { gte: refund.created - 50 } })).toEqual(["charge.refunded", "refund.created"]);
  const [event] = (await bench.stripe.events.list({ limit: 1 })).data;
  expect(await bench.stripe.events.retrieve(event?.id ?? "")).toMatchObject({ id: event?.id, object: "event" });
});

test("an expanded list shows ten lines; the list of lines has them all", async () => {
  const { stripe } = await startBench();
  const line_items = Array.from({ length: 12 }, (_, index) => line(`Course ${index + 1}`, 10_00));
  const { id } = await stripe.checkout.sessions.create(order({ line_items }));
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ["line_items"] });
  expect(session.line_items).toMatchObject({ has_more: true, data: { length: 10 } });
  const names: (string | null)[] = [];
  for await (const item of stripe.checkout.sessions.listLineItems(id, { limit: 5 })) names.push(item.description);
  expect(names).toEqual(line_items.map((item) => item.price_data?.product_data?.name));
});

test("a cursor that isn't in the list and a page size of zero are refused", async () => {
  const { stripe } = await startBench();
  expect((await refusalOf(stripe.events.list({ starting_after: "evt_gone" }))).code).toBe("resource_missing");
  expect((await refusalOf(stripe.events.list({ limit: 0 }))).param).toBe("limit");
  expect((await refusalOf(stripe.checkout.sessions.list({ expand: ["payment_intent"] }))).message).toContain(
    "data.payment_intent",
  );
});
