import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { policyText } from "./policy-text";
import type { BuyerRefunds } from "./refunds.server";

/** On the buyer's order page: refunds, refund requests with their answers, and a link to ask for one. */
export function BuyerRefundsPanel({ data, askPath }: { data: BuyerRefunds; askPath: string }) {
  const { policy, requests, refunds, refundDays } = data;
  const isWaiting = requests.some(({ state }) => state === "open");
  return (
    <section aria-labelledby="refunds" className="mt-12 space-y-5">
      <h2 id="refunds" className="text-3xl">
        Refunds
      </h2>
      {requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      {refunds.length > 0 ? (
        <ul className="tabular space-y-1">
          {refunds.map(({ id, amount, on, isDone }) => (
            <li key={id}>
              {formatCents(amount)}{" "}
              {isDone
                ? `was refunded to your original payment method on ${formatDay(on)}. Banks take up to ten days to show it.`
                : `is on its way back to you (refund requested ${formatDay(on)}).`}
            </li>
          ))}
        </ul>
      ) : null}
      {isWaiting ? null : (
        <>
          <p className="max-w-prose text-muted">{policyText(policy, refundDays)}</p>
          {policy.kind === "open" ? (
            <ButtonLink to={askPath} look="quiet">
              Request a refund
            </ButtonLink>
          ) : null}
        </>
      )}
    </section>
  );
}

function Request({ request }: { request: BuyerRefunds["requests"][number] }) {
  const { state, askedOn, answeredOn, reason, answer, titles } = request;
  return (
    <Notice tone={state === "declined" ? "problem" : state === "granted" ? "done" : "info"}>
      <p>
        <strong>{stateText[state]}</strong> On {formatDay(askedOn)}, you requested a refund for {titles.join(", ")}:
      </p>
      <Quote text={reason} />
      {answer ? (
        <>
          <p className="mt-3">{answeredOn ? `Our answer on ${formatDay(answeredOn)}:` : "Our answer:"}</p>
          <Quote text={answer} />
        </>
      ) : null}
    </Notice>
  );
}

const stateText = {
  open: "We’re reviewing your refund request. You’ll get our answer by e-mail and on this page.",
  granted: "Your refund request was approved.",
  declined: "Your refund request was declined. Your courses stay open.",
};

function Quote({ text }: { text: string }) {
  return <p className="mt-1 border-l-2 border-line-strong pl-3 whitespace-pre-line wrap-anywhere text-muted">{text}</p>;
}
