import { getCollectionProps, getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { href } from "~/addresses/href";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
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
    <StaffPage title={book.title} back={{ to: href("staffBooks"), label: "All books" }}>
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <Panel id="change" title="Add or remove copies">
          <CopiesEditor key={history[0]?.id} reply={reply} />
        </Panel>
        <Panel id="figures" title="Current stock">
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
      <Panel id="history" title="History">
        {history.length > 0 ? <AuditTable entries={history} timeZone={timeZone} /> : <NoRows>No changes yet.</NoRows>}
      </Panel>
    </StaffPage>
  );
}

/** Records copies added or removed, never a total: orders continue during a count. */
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
        <ChoiceField {...received} key="received" label="Copies received" />
        <ChoiceField {...removed} key="removed" label="Copies removed, other than for orders" />
      </fieldset>
      <TextField
        {...getInputProps(copies, { type: "text" })}
        key={copies.key}
        label="Copies"
        inputMode="numeric"
        errors={copies.errors}
      />
      <TextField
        {...getInputProps(reason, { type: "text" })}
        key={reason.key}
        label="Reason"
        hint="Kept in the audit log, like “Second printing” or “Water damage”"
        errors={reason.errors}
      />
      <Button disabled={isBusy}>Save</Button>
    </Form>
  );
}
