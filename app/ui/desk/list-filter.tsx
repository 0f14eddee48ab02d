import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../button";
import { classes } from "../classes";
import type { Option } from "../field";

/** A list's filters in one row, with the number of results. A plain GET, so a filtered list is a link. */
export function ListFilter({ found, children, ...form }: { found: string; role?: "search"; children: ReactNode }) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3 text-sm" {...form}>
      {children}
      <Button look="quiet" className="min-h-10 px-4 py-1 text-sm">
        Apply filters
      </Button>
      <p role="status" className="tabular py-2 text-muted">
        {found}
      </p>
    </Form>
  );
}

const box = "min-h-10 w-full rounded-sm border border-line-strong bg-surface px-2 py-1 text-ink";

type TextProps = { name: string; label: string; hint?: string; value: string; type?: "search" | "date" };

export function TextFilter({ name, label, hint, value, type }: TextProps) {
  const described = hint ? `${name}-hint` : undefined;
  return (
    <div className={classes("w-full", type === "date" ? "sm:w-48" : "sm:w-80")}>
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={described} className="text-muted">
          {hint}
        </p>
      ) : null}
      <input
        id={name}
        name={name}
        type={type}
        aria-describedby={described}
        defaultValue={value}
        key={value}
        className={box}
      />
    </div>
  );
}

/** A day in the store's time zone. */
export function DayFilter({ name, label, value = "" }: { name: string; label: string; value?: string }) {
  return (
    <div className="w-full sm:w-40">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <input id={name} name={name} type="date" defaultValue={value} key={value} className={box} />
    </div>
  );
}

type ChoiceProps = { name: string; label: string; value: string | undefined; options: Option[] };

/** One of the options, or all. */
export function ChoiceFilter({ name, label, value, options }: ChoiceProps) {
  return (
    <div className="w-full sm:w-48">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={value ?? ""} key={value} className={box}>
        <option value="">All</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
