import { Form } from "@remix-run/react";
import { href } from "~/addresses/href";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import { formatInstant } from "~/core/dates";
import type { ShippingZoneId } from "~/core/ids";
import { Button } from "~/ui/button";
import { Nothing, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import type { Option } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { ZoneAnswer } from "./save-zone.server";
import { ShippingZoneEditor } from "./zone-editor";
import type { ZonePage } from "./zones.server";

const back = { to: href("staffShipping"), label: "Shipping" };

export function NewShippingZoneView({
  id,
  regions,
  answer,
}: {
  id: ShippingZoneId;
  regions: Option[];
  answer?: ZoneAnswer;
}) {
  return (
    <StaffPage title="New shipping zone" back={back}>
      <ShippingZoneEditor regions={regions} reply={answer?.reply}>
        <input type="hidden" name="id" value={id} />
      </ShippingZoneEditor>
    </StaffPage>
  );
}

type Props = {
  page: ZonePage;
  history: AuditRow[];
  answer: ZoneAnswer | { refusal: string } | undefined;
  done: string | undefined;
};

export function ShippingZoneView({ page, history, answer, done }: Props) {
  const { name, revision, fields, regions, timeZone } = page;
  const typed = answer && "reply" in answer ? answer : undefined;
  const conflict = typed?.conflict;
  return (
    <StaffPage title={name} back={back}>
      {done && !answer ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      {answer && "refusal" in answer ? (
        <Notice tone="problem" live>
          {answer.refusal}
        </Notice>
      ) : null}
      {conflict ? <Conflict conflict={conflict} timeZone={timeZone} /> : null}
      <ShippingZoneEditor
        key={revision}
        fields={fields}
        regions={regions}
        reply={typed?.reply}
        isConflict={Boolean(conflict)}
      >
        <input type="hidden" name="revision" value={conflict?.revision ?? revision} />
      </ShippingZoneEditor>
      <details>
        <summary className="min-h-8 cursor-pointer py-1">Delete this zone …</summary>
        <Form method="post" className="space-y-2 py-2">
          <input type="hidden" name="delete" value={revision} />
          <p className="text-sm text-muted">
            From this moment on nothing is mailed to its places, unless another zone reaches them. Orders that are
            placed keep what they agreed to.
          </p>
          <Button look="danger">Delete the zone</Button>
        </Form>
      </details>
      <Panel id="history" title="Who changed what">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <Nothing>Nobody has changed this zone yet.</Nothing>
        )}
      </Panel>
    </StaffPage>
  );
}

/** Two people edited at once: what each wants, side by side. The form below keeps what was typed here. */
function Conflict({ conflict, timeZone }: { conflict: NonNullable<ZoneAnswer["conflict"]>; timeZone: string }) {
  const { by, at, saved, typed } = conflict;
  const rows = [
    { label: "Name", mine: typed.name, theirs: saved.name },
    { label: "Places", mine: typed.places.join(", "), theirs: saved.places.join(", ") },
    { label: "Rates", mine: typed.rates.join("; "), theirs: saved.rates.join("; ") },
  ].filter(({ mine, theirs }) => mine !== theirs);
  return (
    <div role="alert">
      <Notice tone="problem" className="space-y-3">
        <h2 className="text-xl">Somebody else saved first</h2>
        <p>
          {by ?? "Somebody"} changed this zone{at ? ` at ${formatInstant(at, timeZone)}` : ""}. Nothing that you typed
          is lost: it is in the form below, and saving again replaces what was saved.
        </p>
      </Notice>
      {rows.length > 0 ? (
        <Table
          caption="Where the two differ"
          rows={rows}
          rowKey={({ label }) => label}
          columns={[
            { label: "Field", cell: ({ label }) => label },
            { label: "You typed", cell: ({ mine }) => mine },
            { label: "Saved now", cell: ({ theirs }) => theirs },
          ]}
        />
      ) : null}
    </div>
  );
}
