import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { assertNever } from "~/core/result";
import { Button, ButtonLink } from "~/ui/button";
import { classes } from "~/ui/classes";
import { Panel } from "~/ui/desk/page";
import type { OrderAct } from "../corrections/acts";
import type { OrderPageData } from "../page.server";
import type { Finding, Remedy } from "./case";

const tones: Record<Finding["tone"], string> = {
  wrong: "border-wrong bg-wrong-wash",
  wait: "border-film bg-film-wash",
  good: "border-good bg-good-wash",
};

/** Status and next steps, each with buttons to act: the first thing staff read. */
export function OrderDiagnosis({ data }: { data: OrderPageData }) {
  return (
    <Panel id="matter" title="Status and next steps">
      <ul className="space-y-2">
        {data.findings.map(({ tone, what, todo, remedies }) => (
          <li key={what} className={classes("border-l-4 px-4 py-3", tones[tone])}>
            <p className="font-semibold wrap-anywhere">{what}</p>
            <p className="text-sm">{todo}</p>
            {remedies.length > 0 ? (
              <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
                {remedies.map((remedy) => (
                  <RemedyControl key={remedy} remedy={remedy} data={data} />
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RemedyControl({ remedy, data }: { remedy: Remedy; data: OrderPageData }) {
  const { order, others, resend, buyerPage } = data;
  const own = { order: order.id };
  switch (remedy) {
    case "ask-stripe":
      return <ActButton act="ask-stripe" label="Check with Stripe" look="primary" />;
    case "cancel":
      return (
        <details>
          <summary className="min-h-8 cursor-pointer py-1">Cancel this order …</summary>
          <div className="space-y-2 py-2">
            <p className="text-sm">Its payment page closes and its units are released. This can’t be undone.</p>
            <ActButton act="cancel" label="Cancel order" look="danger" />
          </div>
        </details>
      );
    case "resend-receipt":
      return (
        <ActButton act="resend" label="Resend receipt">
          <input type="hidden" name="choice" value="receipt" />
          <input type="hidden" name="known" value={resend.known} />
        </ActButton>
      );
    case "change-email":
      return <Way to="?correct=email#correct-email">Correct the address</Way>;
    case "decide":
      return <ButtonLink to={href("staffOrderResolve", own)}>Resolve order</ButtonLink>;
    case "refund":
      return <ButtonLink to={href("staffOrderRefund", own)}>Refund …</ButtonLink>;
    case "refunds":
      return <Way to="#refunds">Mark as settled</Way>;
    case "answer-request":
      return data.openRequest ? (
        <ButtonLink to={href("staffRefundRequest", { request: data.openRequest })}>Answer request</ButtonLink>
      ) : null;
    case "evidence":
      return (
        <ButtonLink to={href("staffOrderEvidence", own)} reload look="quiet">
          Download evidence (PDF)
        </ButtonLink>
      );
    case "ship":
      return <ButtonLink to={href("staffOrderShip", own)}>Pack and ship</ButtonLink>;
    case "failed-messages":
      return <Way to={href("staffFailedMessages")}>Failed messages</Way>;
    case "find-payment":
      return <Way to={href("staffFindPayment")}>Find the payment</Way>;
    case "paid-later": {
      const later = others.find(({ isPaidLater }) => isPaidLater);
      return later ? (
        <ButtonLink to={href("staffOrder", { order: later.id })}>View order {later.number}</ButtonLink>
      ) : null;
    }
    case "buyer-page":
      return <Way to={buyerPage}>The buyer’s page</Way>;
    default:
      return assertNever(remedy);
  }
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="inline-block py-1">
      {children}
    </Link>
  );
}

type ActProps = { act: OrderAct; label: string; look?: "primary" | "quiet" | "danger"; children?: ReactNode };

function ActButton({ act, label, look = "quiet", children }: ActProps) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      {children}
      <Button look={look} className="min-h-10 px-4 py-1">
        {label}
      </Button>
    </Form>
  );
}
