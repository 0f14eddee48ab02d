import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "./classes";

/** A page's content column. */
export function Container({
  narrow,
  className,
  children,
}: {
  narrow?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={classes("mx-auto w-full px-4 sm:px-6", narrow ? "max-w-3xl" : "max-w-6xl", className)}>
      {children}
    </div>
  );
}

export type Crumb = { to: string; label: string };

/** Breadcrumbs. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label="Breadcrumb" className="mb-3 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map(({ to, label }) => (
          <li key={to} className="after:ml-2 after:text-muted after:content-['/'] last:after:content-none">
            <Link to={to} className="inline-block py-1 no-underline hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A page's heading with its breadcrumbs. */
export function PageHeader({
  crumbs = [],
  title,
  children,
}: {
  crumbs?: Crumb[];
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="pt-8 pb-6 sm:pt-12 sm:pb-8">
      <Breadcrumb crumbs={crumbs} />
      <h1 className="text-4xl sm:text-5xl">{title}</h1>
      {children ? <div className="mt-4 max-w-prose text-lg text-muted">{children}</div> : null}
    </header>
  );
}

/** A part of a page of text, which can be linked to. */
export function PageSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
      <h2 id={`${id}-title`} className="text-2xl sm:text-3xl">
        {title}
      </h2>
      <div className="mt-4">{children}</div>
    </section>
  );
}
