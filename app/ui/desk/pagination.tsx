import { Link } from "@remix-run/react";

type Props = { page: number; pages: number; query: Record<string, string | undefined>; label: string };

/** Links to newer and older pages of a list, with its filters. */
export function Pages({ page, pages, query, label }: Props) {
  if (pages <= 1) return null;
  const to = (target: number) => {
    const kept = Object.entries({ ...query, page: target === 1 ? undefined : String(target) });
    return `?${new URLSearchParams(kept.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
  };
  return (
    <nav aria-label={label} className="flex items-center gap-4 pt-3 text-sm">
      {page > 1 ? (
        <Link to={to(page - 1)} className="inline-block py-1" rel="prev">
          Newer
        </Link>
      ) : null}
      <span className="tabular text-muted">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link to={to(page + 1)} className="inline-block py-1" rel="next">
          Older
        </Link>
      ) : null}
    </nav>
  );
}
