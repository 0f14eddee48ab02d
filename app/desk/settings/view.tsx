import { getCollectionProps, getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { Button } from "~/ui/button";
import { Conflict } from "~/ui/desk/conflict";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { ChoiceField, ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";

type Settings = { taxMode: "none" | "stripe"; refundDays: number };
type Props = {
  settings: Settings;
  timeZone: string;
  history: AuditRow[];
  reply: SubmissionResult | undefined;
  /** Someone else saved after this form was opened. */
  isStale: boolean;
  done: string | undefined;
};

export function SettingsView({ settings, timeZone, history, reply, isStale, done }: Props) {
  const latest = history[0];
  return (
    <StaffPage title="Settings">
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      {isStale ? (
        <Conflict
          subject="these settings"
          by={latest?.actor}
          at={latest?.at}
          timeZone={timeZone}
          fields={conflictFields(reply?.initialValue ?? {}, settings)}
        />
      ) : null}
      <Panel id="change" title="Tax and refunds">
        <SettingsEditor key={latest?.id} settings={settings} reply={reply} isStale={isStale} />
      </Panel>
      <Panel id="history" title="Change history">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <NoRows>No settings have been changed yet.</NoRows>
        )}
      </Panel>
    </StaffPage>
  );
}

function conflictFields(typed: Record<string, unknown>, { taxMode, refundDays }: Settings) {
  const label = (mode: unknown) => (mode === "stripe" ? taxes.stripe : taxes.none).label;
  return [
    { label: "Sales tax", typed: label(typed.taxMode), saved: label(taxMode) },
    { label: "Refund window", typed: `${typed.refundDays} days`, saved: `${refundDays} days` },
  ];
}

const taxes = {
  none: {
    label: "No tax",
    note: "Buyers pay no tax. The cart, receipt, and terms say so.",
  },
  stripe: {
    label: "Stripe Tax",
    note: "Stripe calculates sales tax for the shipping address or, if nothing is shipped, for the buyer’s country, state, and ZIP code. Buyers see the total with tax before they pay. First turn on Stripe Tax and add your registrations in Stripe’s dashboard. Stripe charges a fee for each order and calculates no tax where you aren’t registered. If Stripe Tax can’t be reached, nobody can check out.",
  },
};

function SettingsEditor({ settings, reply, isStale }: Pick<Props, "settings" | "reply" | "isStale">) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { taxMode, refundDays }] = useForm<{ taxMode: string; refundDays: string }>({
    lastResult: reply as SubmissionResult<string[]> | undefined,
    defaultValue: { taxMode: settings.taxMode, refundDays: String(settings.refundDays) },
  });
  const radios = getCollectionProps(taxMode, { type: "radio", options: ["none", "stripe"] });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-xl space-y-5">
      {isStale ? null : <ErrorSummary problems={problemsOf([{ errors: form.errors }, taxMode, refundDays])} />}
      <fieldset id={taxMode.id}>
        <legend className="font-semibold">Sales tax</legend>
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
        label="Refund window, in days after payment"
        hint="Shown at checkout and in the terms. Units with a certificate are never refunded. Buyers with earlier orders agreed to the old window, so think twice before you shorten it."
        inputMode="numeric"
        errors={refundDays.errors}
      />
      <input type="hidden" name="taxModeBefore" value={settings.taxMode} />
      <input type="hidden" name="refundDaysBefore" value={settings.refundDays} />
      <Button disabled={isBusy}>{isStale ? "Replace with my version" : "Save settings"}</Button>
    </Form>
  );
}
