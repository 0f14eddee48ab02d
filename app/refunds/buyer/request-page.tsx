import { getFormProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { ChoiceField, ErrorSummary, problemsOf, TextAreaField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Container, PageHeader } from "~/ui/page";
import { policyText } from "./policy-text";
import type { BuyerRefunds } from "./refunds.server";

type Props = { data: BuyerRefunds; orderPath: string; reply: SubmissionResult | undefined };
type Fields = { units: string[]; reason: string };

/** The page where a buyer requests a refund: for which units, and why. */
export function RefundRequestPage({ data, orderPath, reply }: Props) {
  const { policy, units, requests, refundDays, number } = data;
  const isWaiting = requests.some(({ state }) => state === "open");
  return (
    <Container narrow>
      <PageHeader crumbs={[{ to: orderPath, label: `Order ${number ?? ""}` }]} title="Request a refund">
        <p>{isWaiting ? "We’re reviewing your request." : policyText(policy, refundDays)}</p>
      </PageHeader>
      {policy.kind === "open" && !isWaiting ? (
        <RefundRequestFields units={units} reply={reply} />
      ) : (
        <>
          {reply ? (
            <Notice tone="problem" live className="mb-6">
              <p>{(Object.values(reply.error ?? {})[0] ?? []).join(" ")} Nothing was sent.</p>
            </Notice>
          ) : null}
          <ButtonLink to={orderPath} look="quiet">
            Back to the order
          </ButtonLink>
        </>
      )}
    </Container>
  );
}

function RefundRequestFields({ units, reply }: { units: BuyerRefunds["units"]; reply: SubmissionResult | undefined }) {
  const isBusy = useNavigation().state === "submitting";
  const [form, fields] = useForm<Fields>({ lastResult: reply });
  const chosen = [fields.units.initialValue ?? []].flat();
  const open = units.filter((unit) => !unit.isCertified && !unit.isRefunded);
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-xl space-y-6">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, fields.units, fields.reason])} />
      <fieldset
        id={fields.units.id}
        aria-describedby={fields.units.errors ? `${fields.units.id}-error` : undefined}
        className="space-y-1"
      >
        <legend className="font-semibold">What would you like refunded?</legend>
        {fields.units.errors ? (
          <p id={`${fields.units.id}-error`} className="text-sm font-semibold text-wrong">
            {fields.units.errors.join(" ")}
          </p>
        ) : null}
        {open.map((unit) => (
          <ChoiceField
            key={unit.id}
            type="checkbox"
            name={fields.units.name}
            value={unit.id}
            defaultChecked={chosen.includes(unit.id)}
            label={
              <>
                <span className="font-semibold">{unit.title}</span>
                <span className="block text-sm text-muted">
                  {unit.formatName}, {unit.participant ? `for ${unit.participant}` : "no learner named yet"}
                </span>
              </>
            }
          />
        ))}
        {units
          .filter(({ isCertified, isRefunded }) => isCertified || isRefunded)
          .map((unit) => (
            <p key={unit.id} className="py-2 pl-8 text-muted">
              {unit.title}, {unit.formatName}:{" "}
              {unit.isRefunded ? "already refunded." : "its certificate was issued, so it can’t be refunded."}
            </p>
          ))}
      </fieldset>
      <TextAreaField
        {...getTextareaProps(fields.reason)}
        key={fields.reason.key}
        label="Reason"
        hint="Up to 1,000 characters"
        rows={5}
        errors={fields.reason.errors}
      />
      <div className="space-y-3">
        <Button disabled={isBusy}>Send request</Button>
        <p className="text-sm text-muted">
          We’ll review your request and answer by e-mail. Until then, your courses stay open.
        </p>
      </div>
    </Form>
  );
}
