import { keepText, retention } from "./retention";

/** The table of what is kept, narrow enough for a phone. */
export function KeptTable() {
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="sr-only">What we keep, why, and for how long</caption>
      <thead>
        <tr className="border-b-2 border-ink">
          {["What", "Why", "How long"].map((head) => (
            <th key={head} scope="col" className="py-2 pr-3 align-bottom font-semibold last:pr-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {retention.map((row) => (
          <tr key={row.id} className="border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 font-semibold">
              {row.what}
            </th>
            <td className="py-2 pr-3">{row.why}</td>
            <td className="py-2">{keepText(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
