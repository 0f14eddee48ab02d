import type { ReactNode } from "react";
import { classes } from "./classes";

type Tone = "info" | "sale" | "problem" | "done";

const tones: Record<Tone, string> = {
  info: "border-film bg-film-wash",
  sale: "border-amber-strong bg-amber-wash",
  problem: "border-wrong bg-wrong-wash",
  done: "border-good bg-good-wash",
};

/** A message in the page. `live` makes screen readers announce it when it appears. */
export function Notice({
  tone = "info",
  live,
  className,
  children,
}: {
  tone?: Tone;
  live?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role={live ? "status" : undefined} className={classes("border-l-4 px-4 py-3", tones[tone], className)}>
      {children}
    </div>
  );
}

/** Shown for an empty list, with what to do next. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border border-dashed border-line-strong px-6 py-12 text-center">
      <h2 className="text-2xl">{title}</h2>
      <div className="mx-auto mt-3 max-w-prose space-y-4 text-muted">{children}</div>
    </div>
  );
}
