import { Form } from "@remix-run/react";
import { href } from "~/addresses/href";
import { AuditTable } from "~/audit/desk/table";
import type { AuditRow } from "~/audit/history.server";
import type { ShippingZoneId } from "~/core/ids";
import { Button } from "~/ui/button";
import { Conflict } from "~/ui/desk/conflict";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
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
      {conflict ? (
        <Conflict
          subject="this zone"
          by={conflict.by}
          at={conflict.at}
          timeZone={timeZone}
          fields={conflictFields(conflict)}
        />
      ) : null}
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
        <summary className="min-h-8 cursor-pointer py-1">Delete this zone…</summary>
        <Form method="post" className="space-y-2 py-2">
          <input type="hidden" name="delete" value={revision} />
          <p className="text-sm text-muted">
            Books can no longer be shipped to its regions, unless another zone covers them. Orders already placed don’t
            change.
          </p>
          <Button look="danger">Delete zone</Button>
        </Form>
      </details>
      <Panel id="history" title="Change history">
        {history.length > 0 ? (
          <AuditTable entries={history} timeZone={timeZone} />
        ) : (
          <NoRows>This zone hasn’t been changed yet.</NoRows>
        )}
      </Panel>
    </StaffPage>
  );
}

function conflictFields({ typed, saved }: NonNullable<ZoneAnswer["conflict"]>) {
  return [
    { label: "Name", typed: typed.name, saved: saved.name },
    { label: "Regions", typed: typed.places.join(", "), saved: saved.places.join(", ") },
    { label: "Rates", typed: typed.rates.join("; "), saved: saved.rates.join("; ") },
  ];
}
