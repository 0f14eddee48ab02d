import { Form, useNavigation } from "@remix-run/react";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Facts, Panel } from "~/ui/desk/page";
import type { RefundReviewData } from "./review.server";

/** Step two: what will happen, to the cent, before it does. */
export function RefundReview({ review }: { review: RefundReviewData }) {
  const isBusy = useNavigation().state !== "idle";
  const { parts } = review;
  return (
    <Panel id="review" title={`Refund ${formatCents(review.amount)}?`}>
      <div className="max-w-2xl space-y-5">
        <Facts
          facts={[
            ...review.units.map(({ name, amount }) => ({ label: name, value: formatCents(amount) })),
            { label: "Items", value: formatCents(parts.items) },
            { label: "Shipping", value: formatCents(parts.shipping) },
            { label: "Tax", value: formatCents(parts.tax) },
            { label: "Refund", value: <strong>{formatCents(review.amount)}</strong> },
            { label: "Left after this refund", value: formatCents(review.leftAfter) },
            { label: "To", value: review.to },
            { label: "Access", value: review.access },
            ...(review.copies ? [{ label: "Printed copies", value: review.copies }] : []),
            { label: "Reason", value: review.reason },
          ]}
        />
        <p className="text-sm text-muted">You can’t undo a refund. We’ll e-mail the buyer when it’s done.</p>
        <Form method="post" className="flex flex-wrap gap-3">
          {review.hidden.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <Button name="step" value="confirm" disabled={isBusy}>
            Refund {formatCents(review.amount)}
          </Button>
          <Button name="step" value="change" look="quiet">
            Change refund
          </Button>
        </Form>
      </div>
    </Panel>
  );
}
