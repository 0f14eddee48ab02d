import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classes } from "./classes";

type Shared = { label: ReactNode; hint?: ReactNode; errors?: string[]; id: string; className?: string };

const box =
  "block w-full min-h-11 rounded-sm border border-line-strong bg-surface px-3 py-2 text-base text-ink aria-invalid:border-wrong aria-invalid:border-2";

function Frame({ id, label, hint, errors, className, children }: Shared & { children: ReactNode }) {
  return (
    <div className={classes("space-y-1", className)}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {errors?.length ? (
        <p id={`${id}-error`} className="text-sm font-semibold text-wrong">
          {errors.join(" ")}
        </p>
      ) : null}
      {children}
    </div>
  );
}

function described({ id, hint, errors }: Shared) {
  const ids = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": errors?.length ? true : undefined };
}

/** An input with its label, hint, and errors. Spread Conform's `getInputProps` into it. */
export function TextField({
  label,
  hint,
  errors,
  className,
  ...input
}: Shared & InputHTMLAttributes<HTMLInputElement>) {
  const shared = { label, hint, errors, className, id: input.id };
  return (
    <Frame {...shared}>
      <input {...input} {...described(shared)} className={box} />
    </Frame>
  );
}

/** A text area with its label, hint, and errors. Spread Conform's `getTextareaProps` into it. */
export function TextAreaField({
  label,
  hint,
  errors,
  className,
  ...area
}: Shared & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const shared = { label, hint, errors, className, id: area.id };
  return (
    <Frame {...shared}>
      <textarea {...area} {...described(shared)} className={box} />
    </Frame>
  );
}

export type Option = { value: string; label: string };

/** A select with its label, hint, and errors. Spread Conform's `getSelectProps` into it. */
export function SelectField({
  label,
  hint,
  errors,
  className,
  options,
  ...select
}: Shared & { options: Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const shared = { label, hint, errors, className, id: select.id };
  return (
    <Frame {...shared}>
      <select {...select} {...described(shared)} className={box}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A radio button or checkbox with its label, in a row at least 44 px high. */
export function ChoiceField({
  label,
  className,
  ...input
}: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className={classes("flex min-h-11 cursor-pointer items-start gap-3 py-2", className)}>
      <input {...input} className="mt-1 size-5 shrink-0 accent-film" />
      <span>{label}</span>
    </label>
  );
}

type Problem = { id?: string; message: string };

/** A form's errors in field order, for its summary. Form-level errors have no id and so no link. */
export function problemsOf(fields: { id?: string; errors?: string[] }[]): Problem[] {
  return fields.flatMap(({ id, errors = [] }) => errors.map((message) => ({ id, message })));
}

/** A form's errors, each linked to its field. Put it above the form; it takes focus when it appears. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="border-l-4 border-wrong bg-wrong-wash p-4">
      <h2 className="text-xl">Please check this</h2>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {problems.map(({ id, message }) => (
          <li key={`${id ?? ""}${message}`}>
            {id ? (
              <a className="text-wrong" href={`#${id}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
