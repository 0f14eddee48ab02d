import { formatInstant } from "~/core/dates";
import { Notice } from "../notice";
import { Table } from "./table";

type Props = {
  /** What was saved, like "this zone". */
  subject: string;
  by?: string;
  /** ISO text. */
  at?: string;
  timeZone: string;
  fields: { label: string; typed: string; saved: string }[];
  /** Extra text about the saved version. */
  note?: string;
};

/** Shown when someone else saved first: who and when, and what was typed next to what is saved. The form below keeps the input. */
export function Conflict({ subject, by, at, timeZone, fields, note }: Props) {
  const different = fields.filter(({ typed, saved }) => typed !== saved);
  return (
    <div role="alert">
      <Notice tone="problem" className="space-y-3">
        <h2 className="text-xl">Someone else saved first</h2>
        <p>
          {by ?? "Someone"} changed {subject}
          {at ? ` on ${formatInstant(at, timeZone)}` : ""}.{note ? ` ${note}` : ""} Your changes are still in the form
          below. Saving again replaces the other version.
        </p>
      </Notice>
      {different.length > 0 ? (
        <Table
          caption="Differences between the two versions"
          rows={different}
          rowKey={({ label }) => label}
          columns={[
            { label: "Field", cell: ({ label }) => label },
            { label: "You typed", cell: ({ typed }) => typed },
            { label: "Saved now", cell: ({ saved }) => saved },
          ]}
        />
      ) : null}
    </div>
  );
}
