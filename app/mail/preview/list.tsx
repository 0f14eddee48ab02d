import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";

type Props = {
  samples: { id: string; name: string }[];
  sent: { id: string; name: string; recipient: string | null; sentAt: string }[];
};

export function PreviewList({ samples, sent }: Props) {
  return (
    <div className="grid gap-12 lg:grid-cols-2">
      <section>
        <h2 className="text-2xl">Sent in this demo</h2>
        {sent.length === 0 ? (
          <p className="mt-4 text-muted">Nothing yet. Place an order: its receipt appears here within a minute.</p>
        ) : (
          <ul className="mt-4 divide-y divide-line border-y border-line">
            {sent.map(({ id, name, recipient, sentAt }) => (
              <li key={id} className="py-3">
                <Link to={href("devLetter", { source: "sent", letter: id })} className="font-semibold">
                  {name}
                </Link>
                <span className="block break-words text-sm text-muted">
                  To {recipient}, {sentAt}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className="text-2xl">A sample of every letter</h2>
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {samples.map(({ id, name }) => (
            <li key={id} className="py-3">
              <Link to={href("devLetter", { source: "samples", letter: id })} className="font-semibold">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
