import { getCollectionProps, getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Facts, Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { ChoiceField, ErrorSummary, problemsOf, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { BookRow } from "./books.server";

type Props = {
  book: BookRow;
  timeZone: string;
  history: AuditRow[];
  reply: SubmissionResult | undefined;
  done: string | undefined;
};

export function BookView({ book, timeZone, history, reply, done }: Props) {
  return (
    <StaffPage title={book.title} back={{ to: "/staff/books", label: "All books" }}>
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <Panel id="change" title="Copies in or out">
          <CopiesEditor key={history[0]?.id} reply={reply} />
        </Panel>
        <Panel id="figures" title="At this moment">
          <Facts
            facts={[
              { label: "Copies left to sell", value: <strong>{book.copiesLeft}</strong> },
              { label: "Sold", value: book.sold },
              { label: "ISBN", value: book.isbn ?? "none" },
              { label: "Price", value: formatCents(book.priceCents) },
            ]}
          />
        </Panel>
      </div>
      <Panel id="history" title="Who counted what">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <Nothing>Nobody has changed these copies yet.</Nothing>
        )}
      </Panel>
    </StaffPage>
  );
}

/** Amounts that came or went, never the amount that is there: orders go on while somebody counts. */
function CopiesEditor({ reply }: { reply: SubmissionResult | undefined }) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { direction, copies, reason }] = useForm<{ direction: string; copies: string; reason: string }>({
    lastResult: reply,
    defaultValue: { direction: "received" },
  });
  const [received, removed] = getCollectionProps(direction, { type: "radio", options: ["received", "removed"] });
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-md space-y-5">
      <ErrorSummary problems={problemsOf([direction, copies, reason])} />
      <fieldset id={direction.id}>
        <legend className="font-semibold">What happened</legend>
        <ChoiceField {...received} key="received" label="Copies came in" />
        <ChoiceField {...removed} key="removed" label="Copies went out, other than by an order" />
      </fieldset>
      <TextField
        {...getInputProps(copies, { type: "text" })}
        key={copies.key}
        label="How many"
        inputMode="numeric"
        errors={copies.errors}
      />
      <TextField
        {...getInputProps(reason, { type: "text" })}
        key={reason.key}
        label="Why"
        hint="Stands in the audit, like “Second printing” or “Water damage”"
        errors={reason.errors}
      />
      <Button disabled={isBusy}>Save</Button>
    </Form>
  );
}
