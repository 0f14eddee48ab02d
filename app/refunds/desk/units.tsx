import type { EnrollmentId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { Table } from "~/ui/desk/table";
import type { RefundUnitRow } from "./page.server";

type Props = { units: RefundUnitRow[]; chosen: EnrollmentId[]; name: string };

/** The order's units with what each would get back; what can't go back says why. */
export function RefundUnits({ units, chosen, name }: Props) {
  return (
    <Table
      caption="Units of this order"
      rows={units}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Unit",
          cell: ({ id, title, unit, formatName, ...row }) => (
            <label className="flex min-h-8 cursor-pointer items-start gap-2">
              <input
                type="checkbox"
                name={name}
                value={id}
                defaultChecked={chosen.includes(id)}
                disabled={refusalOf(row) !== undefined}
                className="mt-0.5 size-5 shrink-0 accent-film"
              />
              <span>
                {title} <span className="font-normal text-muted">{`${formatName}, unit ${unit}`}</span>
              </span>
            </label>
          ),
        },
        { label: "Who learns", cell: ({ participantName }) => participantName ?? "not named yet" },
        { label: "Access", cell: ({ isWithdrawn }) => (isWithdrawn ? "ended" : "open") },
        {
          label: "Refund",
          cell: (row) => refusalOf(row) ?? <span className="tabular">{formatCents(row.shareCents)}</span>,
          isFigure: true,
        },
      ]}
    />
  );
}

function refusalOf({ isRefunded, certificateNumber }: Pick<RefundUnitRow, "isRefunded" | "certificateNumber">) {
  if (isRefunded) return "refunded";
  if (certificateNumber) return `certificate ${certificateNumber}: not refundable`;
  return undefined;
}
