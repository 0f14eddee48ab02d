import type { ReactNode } from "react";
import { classes } from "../classes";

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers are aligned at the end of the column. */
  isFigure?: boolean;
};

type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string };

/** A dense table; on a narrow screen, each row becomes a card with labeled values. The first column is the row's header. */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="block w-full border-t border-line-strong bg-surface text-sm lg:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden lg:table-header-group">
        <tr className="border-b border-line-strong">
          {columns.map(({ label, isFigure }) => (
            <th
              key={label}
              scope="col"
              className={classes("px-3 py-2 font-semibold text-muted", isFigure ? "text-end" : "text-start")}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="block border-b border-line py-2 hover:bg-sunken sm:grid sm:grid-cols-2 lg:table-row lg:py-0"
          >
            {columns.map((column, index) => (
              <Cell key={column.label} label={column.label} isFigure={column.isFigure} isName={index === 0}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { label: string; isFigure?: boolean; isName: boolean; children: ReactNode };

function Cell({ label, isFigure, isName, children }: CellProps) {
  const isEmpty = children === "" || (Array.isArray(children) && children.length === 0);
  const shape = classes(
    // A card leaves out empty values.
    isEmpty ? "hidden" : "flex",
    "items-baseline gap-2 px-3 py-0.5 lg:table-cell lg:py-1.5 lg:align-top",
    isName ? "text-start font-semibold sm:col-span-2" : isFigure && "lg:text-end lg:whitespace-nowrap",
  );
  const content = (
    <>
      <span className="w-20 shrink-0 font-normal text-muted lg:hidden">{label}</span>
      <div className="min-w-0 wrap-anywhere">{children}</div>
    </>
  );
  return isName ? (
    <th scope="row" className={shape}>
      {content}
    </th>
  ) : (
    <td className={shape}>{content}</td>
  );
}
