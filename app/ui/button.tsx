import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";
import { classes } from "./classes";

type Look = "primary" | "quiet" | "plain" | "danger";

const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-sm px-5 py-2 text-base font-semibold no-underline disabled:cursor-not-allowed disabled:opacity-60";
const looks: Record<Look, string> = {
  primary: "bg-film text-on-film hover:bg-film-strong",
  quiet: "border border-line-strong bg-surface text-ink hover:border-ink",
  plain: "px-2 text-film underline hover:text-film-strong",
  danger: "border border-wrong bg-surface text-wrong hover:bg-wrong-wash",
};

export function Button({
  look = "primary",
  className,
  ...props
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type="submit" {...props} className={classes(base, looks[look], className)} />;
}

/** A link that looks like a button; `reload` skips client-side routing (downloads, other hosts). */
export function ButtonLink({
  look = "primary",
  className,
  reload,
  ...props
}: LinkProps & { look?: Look; reload?: boolean }) {
  return <Link {...props} reloadDocument={reload} className={classes(base, looks[look], className)} />;
}
