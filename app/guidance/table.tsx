import type { ReactNode } from "react";
import { classes } from "~/ui/classes";

type Props = {
  caption: string;
  heads: string[];
  /** Each row's first cell is its heading. */
  rows: { key: string; cells: ReactNode[] }[];
  /** Indexes of numeric columns. */
  figures?: number[];
};

/** A small table in body text, narrow enough for a phone. */
export function Table({ caption, heads, rows, figures = [] }: Props) {
  const align = (at: number) => figures.includes(at) && "text-end";
  return (
    <table className="w-full max-w-prose border-collapse text-left">
      <caption className="pb-2 text-left text-sm text-muted">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-ink">
          {heads.map((head, at) => (
            <th
              key={head}
              scope="col"
              className={classes("py-2 pr-3 align-bottom text-sm font-semibold last:pr-0", align(at))}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [heading, ...cells] }) => (
          <tr key={key} className="break-inside-avoid border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 font-semibold">
              {heading}
            </th>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]} className={classes("py-2 pr-3 last:pr-0", align(index + 1))}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
