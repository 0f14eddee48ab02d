import { formatDay } from "~/core/dates";
import type { Guidance } from "../guidance.server";
import { Table } from "../table";

export function BienniumTable({ examples }: { examples: Guidance["bienniums"] }) {
  return (
    <Table
      caption="Examples by birth month; ARRT tells you which year yours begins"
      heads={["Birth month", "First day", "Last day"]}
      rows={examples.map(({ birthMonth, from, to }) => ({
        key: from,
        cells: [birthMonth, formatDay(from), formatDay(to)],
      }))}
    />
  );
}
