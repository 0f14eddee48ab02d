import { type FieldMetadata, getCollectionProps } from "@conform-to/react";
import { type ReactNode, useEffect, useState } from "react";
import type { Option } from "../field";

type Props = {
  field: FieldMetadata<unknown>;
  label: ReactNode;
  hint?: ReactNode;
  options: Option[];
  /** Radio buttons instead of checkboxes. */
  isSingle?: boolean;
};

/** A long list of checkboxes that scrolls in its own box; searchable with JavaScript. Items checked when the page loaded come
 *  first, and checked items stay visible. */
export function ChoiceList({ field, label, hint, options, isSingle }: Props) {
  const [wanted, setWanted] = useState("");
  const [canSearch, setCanSearch] = useState(false);
  useEffect(() => setCanSearch(options.length > 12), [options.length]);
  const [first] = useState(() => [field.initialValue ?? []].flat().map(String));
  const labels = new Map(options.map((option) => [option.value, option.label]));
  const inputs = getCollectionProps(field as FieldMetadata<string[]>, {
    type: isSingle ? "radio" : "checkbox",
    options: [...new Set([...first, ...options.map(({ value }) => value)])],
  });
  const isWanted = (text: string) => text.toLowerCase().includes(wanted.trim().toLowerCase());
  return (
    <fieldset id={field.id} aria-describedby={field.errors ? `${field.id}-error` : undefined} className="space-y-1">
      <legend className="font-semibold">{label}</legend>
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
      {field.errors ? (
        <p id={`${field.id}-error`} className="text-sm font-semibold text-wrong">
          {field.errors.join(" ")}
        </p>
      ) : null}
      {canSearch ? (
        <input
          type="search"
          aria-label={`Search: ${typeof label === "string" ? label : "list"}`}
          placeholder="Type to search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
          className="block min-h-11 w-full rounded-sm border border-line-strong bg-surface px-3 py-2"
        />
      ) : null}
      <div className="max-h-56 overflow-y-auto border border-line-strong bg-surface px-3 py-1">
        {inputs.map(({ key, ...input }) => {
          const text = labels.get(input.value) ?? input.value;
          return (
            <label
              key={key}
              className={
                wanted && !isWanted(text)
                  ? "hidden has-checked:flex"
                  : "flex min-h-8 cursor-pointer items-start gap-2 py-1"
              }
            >
              <input {...input} className="mt-1 size-4 shrink-0 accent-film" />
              <span>{text}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
