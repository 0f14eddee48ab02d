import type { ReactNode } from "react";
import { classes } from "~/ui/classes";

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, so that they can be compared. */
  isFigure?: boolean;
};

type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string };

/** A dense table; on a phone each row is a card in which every value carries its column's name. The first column names
 *  the row. */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="block w-full border-t border-line-strong bg-surface text-sm md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden md:table-header-group">
        <tr className="border-b border-line-strong">
          {columns.map(({ label, isFigure }) => (
            <th
              key={label}
              scope="col"
              className={classes("px-3 py-2 font-semibold text-muted", isFigure ? "text-right" : "text-left")}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="block border-b border-line py-2 hover:bg-sunken md:table-row md:py-0">
            {columns.map(({ label, cell, isFigure }, index) => {
              const shape = "flex items-baseline gap-3 px-3 py-0.5 md:table-cell md:py-1.5 md:align-top";
              const content = (
                <>
                  <span className="w-24 shrink-0 text-muted md:hidden">{label}</span>
                  <div className="min-w-0 wrap-anywhere">{cell(row)}</div>
                </>
              );
              return index === 0 ? (
                <th key={label} scope="row" className={classes(shape, "text-left font-semibold")}>
                  {content}
                </th>
              ) : (
                <td key={label} className={classes(shape, isFigure && "md:text-right md:whitespace-nowrap")}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
