import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { OrderBadge } from "~/orders/desk/state-badge";
import { orderNumber } from "~/shop/order-name";
import { Button } from "~/ui/button";
import { Address } from "~/ui/desk/email-address";
import { Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { OrdersPage } from "../orders/list.server";

type Name = "id" | "last4" | "amount" | "day";
type Props = {
  asked: Record<Name, string>;
  errors: Partial<Record<Name, string[]>>;
  outcome: "not-ours" | "nothing" | "unreachable" | undefined;
  orders: OrdersPage["orders"];
  timeZone: string;
};

/** Finds the paid order from what a bank statement or Stripe's dashboard shows. */
export function FindPaymentView({ asked, errors, outcome, orders, timeZone }: Props) {
  const field = (name: Name) => ({ id: name, name, defaultValue: asked[name], errors: errors[name] });
  return (
    <StaffPage title="Find a payment" back={{ to: href("staffOrders"), label: "All orders" }}>
      {outcome ? <Outcome outcome={outcome} /> : null}
      {orders.length > 0 ? <Orders orders={orders} timeZone={timeZone} /> : null}
      <Form method="get" className="max-w-2xl space-y-6">
        <ErrorSummary
          problems={problemsOf(
            (["id", "last4", "amount", "day"] as const).map((name) => ({ id: name, errors: errors[name] })),
          )}
        />
        <TextField
          {...field("id")}
          label="Stripe ID"
          hint="Starts with cs_, pi_, or ch_. Shown in Stripe’s dashboard and on its receipts."
        />
        <fieldset className="space-y-4">
          <legend className="font-semibold">Or from the buyer’s bank statement</legend>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField {...field("last4")} label="Last 4 of card" inputMode="numeric" />
            <TextField {...field("amount")} label="Amount" inputMode="decimal" />
            <TextField {...field("day")} label="Day" type="date" />
          </div>
        </fieldset>
        <Button>Find payment</Button>
      </Form>
    </StaffPage>
  );
}

function Outcome({ outcome }: { outcome: NonNullable<Props["outcome"]> }) {
  switch (outcome) {
    case "not-ours":
      return (
        <Notice tone="problem" live>
          <strong>This payment is not for one of this shop’s orders.</strong> Stripe has it, but it doesn’t match any
          order here. Check it in Stripe’s dashboard before anyone refunds it.
        </Notice>
      );
    case "nothing":
      return (
        <Notice tone="problem" live>
          <strong>Stripe has no such payment.</strong> The buyer may have paid someone else, used another card or paid
          on another day. A bank’s hold that never became a payment disappears on its own. Try the day before and after.
        </Notice>
      );
    case "unreachable":
      return (
        <Notice tone="problem" live>
          Stripe can’t be reached right now, and none of our orders has this payment. Try again in a minute.
        </Notice>
      );
  }
}

function Orders({ orders, timeZone }: Pick<Props, "orders" | "timeZone">) {
  return (
    <Panel id="found" title="Orders matching this payment">
      <Table
        caption="Orders matching this payment"
        rows={orders}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Number",
            cell: ({ id, number }) => (
              <Link to={href("staffOrder", { order: id }, { done: "found" })}>{orderNumber(number)}</Link>
            ),
          },
          { label: "Status", cell: ({ state }) => <OrderBadge state={state} /> },
          { label: "Ordered", cell: ({ createdAt }) => formatInstant(createdAt, timeZone) },
          { label: "E-mail", cell: ({ email }) => <Address>{email}</Address> },
          { label: "Total", cell: ({ totalCents }) => formatCents(totalCents), isFigure: true },
        ]}
      />
    </Panel>
  );
}
