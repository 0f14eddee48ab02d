import { Form, useNavigation } from "@remix-run/react";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Facts, Panel } from "~/ui/desk/page";
import type { RefundReviewData } from "./review.server";

/** The second step: what will be done, to the cent, before it is done. */
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
            { label: "Postage", value: formatCents(parts.shipping) },
            { label: "Tax", value: formatCents(parts.tax) },
            { label: "Goes back", value: <strong>{formatCents(review.amount)}</strong> },
            { label: "Is left afterwards", value: formatCents(review.leftAfter) },
            { label: "To", value: review.to },
            { label: "Access", value: review.access },
            ...(review.copies ? [{ label: "Printed copies", value: review.copies }] : []),
            { label: "Reason", value: review.reason },
          ]}
        />
        <p className="text-sm text-muted">A refund can’t be taken back. The buyer is told by e-mail when it is done.</p>
        <Form method="post" className="flex flex-wrap gap-3">
          {review.hidden.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <Button name="step" value="confirm" disabled={isBusy}>
            Refund {formatCents(review.amount)}
          </Button>
          <Button name="step" value="change" look="quiet">
            Change something
          </Button>
        </Form>
      </div>
    </Panel>
  );
}
