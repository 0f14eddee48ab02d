import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Props = { title: ReactNode; back?: { to: string; label: string }; aside?: ReactNode; children: ReactNode };

/** A staff screen: wider and denser than a shop page. */
export function StaffPage({ title, back, aside, children }: Props) {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-4">
        <div className="min-w-0">
          {back ? (
            <Link to={back.to} className="inline-block py-1 text-sm">
              {back.label}
            </Link>
          ) : null}
          <h1 className="text-3xl wrap-anywhere">{title}</h1>
        </div>
        {aside}
      </header>
      <div className="space-y-8">{children}</div>
    </div>
  );
}

/** A section of a staff screen with a heading. */
export function Panel({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {note ? <div className="text-sm text-muted">{note}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** Labels and values in two columns. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[8.5rem_1fr] border-t border-line text-sm sm:grid-cols-[11rem_1fr]">
      {facts.map(({ label, value }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid gap-x-2 border-b border-line px-1 py-1.5">
          <dt className="text-muted">{label}</dt>
          <dd className="tabular min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The message of an empty list. */
export function NoRows({ children }: { children: ReactNode }) {
  return <p className="border border-dashed border-line-strong px-4 py-5 text-sm text-muted">{children}</p>;
}
