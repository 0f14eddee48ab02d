import { formatInstant } from "~/core/dates";
import { Notice } from "~/ui/notice";
import type { SaleAnswer } from "./edit-sale.server";
import { Table } from "./table";

const labels = {
  name: "Name",
  price: "Price, $",
  limit: "Units in total",
  perCustomer: "Per customer",
  startsAt: "Starts",
  endsAt: "Ends",
  status: "Status",
  isFeatured: "Featured",
} as const;
type Name = keyof typeof labels;

type Props = { conflict: NonNullable<SaleAnswer["conflict"]>; typed: Record<string, unknown>; timeZone: string };

/** Two people edited at once: what each wants, side by side. The form below keeps what was typed here. */
export function SaleConflict({ conflict, typed, timeZone }: Props) {
  const rows = (Object.keys(labels) as Name[])
    .map((name) => ({ label: labels[name], mine: say(typed[name]), saved: say(conflict.saved[name]) }))
    .filter(({ mine, saved }) => mine !== saved);
  return (
    <div role="alert">
      <Notice tone="problem" className="space-y-3">
        <h2 className="text-xl">Somebody else saved first</h2>
        <p>
          {conflict.by ?? "Somebody"} changed this sale
          {conflict.at ? ` at ${formatInstant(conflict.at, timeZone)}` : ""}. Nothing that you typed is lost: it is in
          the form below, and saving again replaces what was saved.
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
            { label: "Saved now", cell: ({ saved }) => saved },
          ]}
        />
      ) : null}
    </div>
  );
}

function say(value: unknown): string {
  if (value === "on") return "yes";
  return typeof value === "string" && value ? value.replace("T", " ") : "no";
}
