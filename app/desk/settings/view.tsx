import { getCollectionProps, getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { Button } from "~/ui/button";
import { Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { ChoiceField, ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Settings = { taxMode: "none" | "stripe"; refundDays: number };
type Props = {
  settings: Settings;
  timeZone: string;
  history: AuditRow[];
  reply: SubmissionResult | undefined;
  done: string | undefined;
};

export function SettingsView({ settings, timeZone, history, reply, done }: Props) {
  return (
    <StaffPage title="Settings">
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <Panel id="change" title="Tax and refunds">
        <SettingsEditor key={history[0]?.id} settings={settings} reply={reply} />
      </Panel>
      <Panel id="history" title="Who changed what">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <Nothing>Nobody has changed a setting yet.</Nothing>
        )}
      </Panel>
    </StaffPage>
  );
}

const taxes = {
  none: {
    label: "No tax",
    note: "Nobody is charged tax; cart, receipt and terms say so.",
  },
  stripe: {
    label: "Stripe Tax",
    note: "Stripe computes sales tax for the address to which books are mailed, or, where nothing is mailed, for the buyer’s country, state and ZIP code. Buyers agree to the total with tax before they pay. First switch Stripe Tax on and enter your registrations in Stripe’s dashboard; Stripe takes a fee for each order, and where you are not registered it computes no tax. While Stripe Tax can’t be reached nobody can check out.",
  },
};

function SettingsEditor({ settings, reply }: Pick<Props, "settings" | "reply">) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { taxMode, refundDays }] = useForm<{ taxMode: string; refundDays: string }>({
    lastResult: reply as SubmissionResult<string[]> | undefined,
    defaultValue: { taxMode: settings.taxMode, refundDays: String(settings.refundDays) },
  });
  const radios = getCollectionProps(taxMode, { type: "radio", options: ["none", "stripe"] });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-xl space-y-5">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, taxMode, refundDays])} />
      <fieldset id={taxMode.id}>
        <legend className="font-semibold">Who computes sales tax</legend>
        {radios.map(({ key, ...radio }, index) => {
          const { label, note } = index === 0 ? taxes.none : taxes.stripe;
          return (
            <ChoiceField
              key={key}
              {...radio}
              label={
                <>
                  <span className="block font-semibold">{label}</span>
                  <span className="block text-sm text-muted">{note}</span>
                </>
              }
            />
          );
        })}
      </fieldset>
      <TextField
        {...getInputProps(refundDays, { type: "text" })}
        key={refundDays.key}
        label="Refund window, in days from payment"
        hint="Shown at checkout and in the terms. A unit with a certificate is never refunded. Buyers of earlier orders keep what they agreed to: think of them before you shorten it."
        inputMode="numeric"
        errors={refundDays.errors}
      />
      <input type="hidden" name="taxModeBefore" value={settings.taxMode} />
      <input type="hidden" name="refundDaysBefore" value={settings.refundDays} />
      <Button disabled={isBusy}>Save</Button>
    </Form>
  );
}
