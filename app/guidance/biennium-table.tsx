import { formatDay } from "~/core/dates";
import { bienniumFrom } from "./biennium";
import { Table } from "./table";

const examples = [
  { name: "January", month: 1, year: 2026 },
  { name: "March", month: 3, year: 2025 },
  { name: "March", month: 3, year: 2026 },
  { name: "July", month: 7, year: 2026 },
  { name: "December", month: 12, year: 2026 },
];

export function BienniumTable() {
  return (
    <Table
      caption="Examples by birth month; ARRT tells you in which year yours begins"
      heads={["Born in", "Begins", "Last day"]}
      rows={examples.map(({ name, month, year }) => {
        const { from, to } = bienniumFrom(year, month);
        return { key: `${month} ${year}`, cells: [name, formatDay(from), formatDay(to)] };
      })}
    />
  );
}
