import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { OrderBadge } from "~/orders/desk/state-badge";
import { orderStateNames } from "~/orders/order-state";
import { Button } from "~/ui/button";
import { Facts, Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { ChoiceField, ErrorSummary, problemsOf, TextField } from "~/ui/field";
import type { ResolvePageData } from "./resolve-page.server";

type Reply = { act: string; reply: SubmissionResult } | undefined;

/** The ways out of "needs attention", each with what it does. */
export function ResolveView({ data, reply }: { data: ResolvePageData; reply: Reply }) {
  const { order, receivedCents, totalCents, leftCents, isFulfilled, hasWithdrawn, why } = data;
  const title = order.number === null ? "Resolve an order, not fulfilled" : `Resolve order ${order.number}`;
  return (
    <StaffPage
      title={title}
      back={{ to: href("staffOrder", { order: order.id }), label: "The order" }}
      aside={<OrderBadge state={order.state} />}
    >
      {order.state === "attention" ? (
        <>
          <div className="max-w-2xl">
            <Facts
              facts={[
                { label: "Why", value: why },
                { label: "Buyer", value: order.email },
                { label: "The order costs", value: formatCents(totalCents) },
                { label: "Received", value: formatCents(receivedCents) },
                { label: "Not given back yet", value: <strong>{formatCents(leftCents)}</strong> },
              ]}
            />
          </div>
          <Way
            act="reinstate"
            reply={reply}
            title={isFulfilled ? "The order stands" : "Accept the payment and give the buyer the courses"}
            note={
              isFulfilled
                ? "The shop keeps the money. The order is paid again."
                : `${formatCents(receivedCents)} are accepted for the order: it gets its number, its courses and its receipt.`
            }
            button={isFulfilled ? "Let it stand" : "Accept and fulfill"}
            tick={
              isFulfilled && hasWithdrawn
                ? { name: "restoreAccess", label: "Give the access back that ended" }
                : undefined
            }
          />
          <Way
            act="refund-received"
            reply={reply}
            title={`Give ${formatCents(leftCents)} back by Stripe`}
            note="All that came in and was not given back yet, to the card that it came from."
            button="Give it back"
            tick={isFulfilled ? { name: "withdrawAccess", label: "End the access to the courses" } : undefined}
          />
          <Way
            act="settled-elsewhere"
            reply={reply}
            title="It is settled outside this shop"
            note="By check or in another way. No money moves here; the reason stands in the order and in the audit."
            button="Mark it as settled"
          >
            <fieldset>
              <legend className="font-semibold">How it ended</legend>
              <ChoiceField type="radio" name="outcome" value="refunded" label="The buyer has the money back" />
              {receivedCents === 0 ? (
                <ChoiceField type="radio" name="outcome" value="expired" label="Nothing was paid" />
              ) : null}
            </fieldset>
          </Way>
        </>
      ) : (
        <Nothing>{`This order needs nobody: its state is “${orderStateNames[order.state]}”.`}</Nothing>
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
        <TextField {...getInputProps(reason, { type: "text" })} key={reason.key} label="Why" errors={reason.errors} />
        <Button look="quiet" disabled={isBusy}>
          {button}
        </Button>
      </Form>
    </Panel>
  );
}
