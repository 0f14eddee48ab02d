import type { ReactNode } from "react";
import { classes } from "~/ui/classes";

type Cell = ReactNode;
type Props = {
  caption: string;
  heads: string[];
  /** Each row's first cell is its heading. */
  rows: { key: string; cells: Cell[] }[];
  /** Positions of columns with figures. */
  figures?: number[];
};

/** A small table that becomes a list of cards on phones: each cell says there which column it is of. */
export function Table({ caption, heads, rows, figures = [] }: Props) {
  const align = (at: number) => figures.includes(at) && "sm:text-end";
  return (
    <table className="block w-full text-left sm:table sm:border-collapse print:table">
      <caption className="block pb-2 text-left text-sm text-muted sm:table-caption">{caption}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="sm:border-b-2 sm:border-ink">
          {heads.map((head, at) => (
            <th key={head} scope="col" className={classes("py-2 pr-4 align-bottom text-sm font-semibold", align(at))}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block space-y-3 sm:table-row-group">
        {rows.map(({ key, cells: [heading, ...cells] }) => (
          <tr
            key={key}
            className="block break-inside-avoid border border-line bg-surface p-3 sm:table-row sm:border-0 sm:border-b sm:bg-transparent sm:p-0"
          >
            <th scope="row" className="block pb-1 font-semibold sm:table-cell sm:py-2 sm:pr-4 sm:align-top">
              {heading}
            </th>
            {cells.map((cell, index) => (
              <td
                key={heads[index + 1]}
                className={classes(
                  "flex justify-between gap-4 py-0.5 sm:table-cell sm:py-2 sm:pr-4 sm:align-top",
                  align(index + 1),
                )}
              >
                <span className="text-muted sm:hidden">{heads[index + 1]}</span>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
