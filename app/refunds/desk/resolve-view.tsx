import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { OrderBadge } from "~/orders/desk/state-badge";
import { orderStateNames } from "~/orders/order-state";
import { Button } from "~/ui/button";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { ChoiceField, ErrorSummary, problemsOf, TextField } from "~/ui/field";
import type { ResolvePageData } from "./resolve-page.server";

type Reply = { act: string; reply: SubmissionResult } | undefined;

/** The ways to resolve an order that needs attention, each with what it does. */
export function ResolveView({ data, reply }: { data: ResolvePageData; reply: Reply }) {
  const { order, receivedCents, totalCents, leftCents, isFulfilled, hasWithdrawn, why } = data;
  const title = order.number === null ? "Resolve unfulfilled order" : `Resolve order ${order.number}`;
  return (
    <StaffPage
      title={title}
      back={{ to: href("staffOrder", { order: order.id }), label: "Order" }}
      aside={<OrderBadge state={order.state} />}
    >
      {order.state === "attention" ? (
        <>
          <div className="max-w-2xl">
            <Facts
              facts={[
                { label: "Why", value: why },
                { label: "Buyer", value: order.email },
                { label: "Order total", value: formatCents(totalCents) },
                { label: "Received", value: formatCents(receivedCents) },
                { label: "Not refunded yet", value: <strong>{formatCents(leftCents)}</strong> },
              ]}
            />
          </div>
          <Way
            act="reinstate"
            reply={reply}
            title={isFulfilled ? "Keep the order" : "Accept the payment and fulfill the order"}
            note={
              isFulfilled
                ? "The shop keeps the money, and the order counts as paid again."
                : `The order is fulfilled for ${formatCents(receivedCents)}: it gets a number, courses, and a receipt.`
            }
            button={isFulfilled ? "Keep order" : "Accept and fulfill"}
            tick={
              isFulfilled && hasWithdrawn
                ? { name: "restoreAccess", label: "Restore access that has ended" }
                : undefined
            }
          />
          <Way
            act="refund-received"
            reply={reply}
            title={`Refund ${formatCents(leftCents)} through Stripe`}
            note="Everything received and not refunded yet goes back to the original payment method."
            button={`Refund ${formatCents(leftCents)}`}
            tick={isFulfilled ? { name: "withdrawAccess", label: "End access to the courses" } : undefined}
          />
          <Way
            act="settled-elsewhere"
            reply={reply}
            title="Settled outside this shop"
            note="By check, for example. No money moves here. The reason is kept with the order and in the audit log."
            button="Mark as settled"
          >
            <fieldset>
              <legend className="font-semibold">Outcome</legend>
              <ChoiceField type="radio" name="outcome" value="refunded" label="The buyer got the money back" />
              {receivedCents === 0 ? (
                <ChoiceField type="radio" name="outcome" value="expired" label="Nothing was paid" />
              ) : null}
            </fieldset>
          </Way>
        </>
      ) : (
        <NoRows>{`This order doesn’t need attention. Its status is “${orderStateNames[order.state]}”.`}</NoRows>
      )}
    </StaffPage>
  );
}

type WayProps = {
  act: string;
  reply: Reply;
  title: string;
  note: string;
  button: string;
  tick?: { name: string; label: string };
  children?: ReactNode;
};

function Way({ act, reply, title, note, button, tick, children }: WayProps) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { reason, outcome }] = useForm<{ reason: string; outcome: string }>({
    id: act,
    lastResult: reply?.act === act ? reply.reply : undefined,
  });
  return (
    <Panel id={`${act}-title`} title={title}>
      <Form method="post" {...getFormProps(form)} className="max-w-2xl space-y-4">
        <p className="text-sm text-muted">{note}</p>
        <ErrorSummary problems={[...problemsOf([{ errors: form.errors }]), ...problemsOf([outcome, reason])]} />
        <input type="hidden" name="act" value={act} />
        {children}
        {tick ? <ChoiceField type="checkbox" name={tick.name} label={tick.label} /> : null}
        <TextField
          {...getInputProps(reason, { type: "text" })}
          key={reason.key}
          label="Reason"
          errors={reason.errors}
        />
        <Button look="quiet" disabled={isBusy}>
          {button}
        </Button>
      </Form>
    </Panel>
  );
}
