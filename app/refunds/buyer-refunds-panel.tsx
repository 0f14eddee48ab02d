import { formatDay } from "~/core/dates";
import { formatCents } from "~/core/money";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { BuyerRefunds } from "./buyer-refunds.server";
import { policyWords } from "./policy-words";

/** On the buyer's order page: what was given back, what was asked and answered, and the way to ask. */
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
                ? `went back to how you paid on ${formatDay(on)}; banks take up to ten days to show it.`
                : `is on its way back to you since ${formatDay(on)}.`}
            </li>
          ))}
        </ul>
      ) : null}
      {isWaiting ? null : (
        <>
          <p className="max-w-prose text-muted">{policyWords(policy, refundDays)}</p>
          {policy.kind === "open" ? (
            <ButtonLink to={askPath} look="quiet">
              Ask for a refund
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
        <strong>{stateWords[state]}</strong> You asked on {formatDay(askedOn)} for {titles.join(", ")}:
      </p>
      <Quote text={reason} />
      {answer ? (
        <>
          <p className="mt-3">{answeredOn ? `Our answer of ${formatDay(answeredOn)}:` : "Our answer:"}</p>
          <Quote text={answer} />
        </>
      ) : null}
    </Notice>
  );
}

const stateWords = {
  open: "Your refund request waits for an answer. It comes by e-mail, and stands here.",
  granted: "Your refund request was granted.",
  declined: "Your refund request was declined. Your courses stay open.",
};

function Quote({ text }: { text: string }) {
  return <p className="mt-1 border-l-2 border-line-strong pl-3 whitespace-pre-line wrap-anywhere text-muted">{text}</p>;
}
