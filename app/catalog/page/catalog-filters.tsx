import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import type { CatalogView, Choice } from "./catalog-view";

const box =
  "min-h-11 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-muted";

export function SearchRow({ q }: { q: string }) {
  return (
    <div className="flex max-w-2xl gap-2">
      <label className="sr-only" htmlFor="q">
        Search by title, topic, author, or reference number
      </label>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        placeholder="Title, topic, or author"
        autoComplete="off"
        className={box}
      />
      <Button className="shrink-0">Search</Button>
    </div>
  );
}

/** The catalog's filters; which ones appear depends on the chosen discipline. */
export function FilterFields({ view }: { view: CatalogView }) {
  const { fields } = view;
  return (
    <div className="space-y-7">
      <Group title="Discipline">
        <Pick type="radio" name="discipline" choice={allDisciplines(view.disciplines)} />
        {view.disciplines.map((choice) => (
          <Pick key={choice.value} type="radio" name="discipline" choice={choice} />
        ))}
      </Group>
      {view.categories.length > 0 ? (
        <Group title="Content category">
          {view.categories.map((choice) => (
            <Pick key={choice.value} type="checkbox" name="category" choice={choice} />
          ))}
        </Group>
      ) : null}
      <Group title="Format">
        {view.formats.map((choice) => (
          <Pick key={choice.value} type="checkbox" name="format" choice={choice} />
        ))}
      </Group>
      <Range title="Credits" name="credits" from={fields.creditsFrom} to={fields.creditsTo} />
      <Range title="Price (USD)" name="price" from={fields.priceFrom} to={fields.priceTo} />
      <Group title="Approval">
        <Pick
          type="checkbox"
          name="ended"
          choice={{ value: "1", label: "Include ended approvals", chosen: fields.ended, count: undefined }}
        />
      </Group>
      <noscript>
        <Button className="w-full">Show courses</Button>
      </noscript>
    </div>
  );
}

function allDisciplines(choices: Choice[]): Omit<Choice, "count"> & { count: undefined } {
  return { value: "", label: "All disciplines", count: undefined, chosen: choices.every(({ chosen }) => !chosen) };
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

type PickProps = {
  type: "radio" | "checkbox";
  name: string;
  choice: Omit<Choice, "count"> & { count: number | undefined };
};

function Pick({ type, name, choice: { value, label, count, chosen } }: PickProps) {
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2.5 py-0.5 hover:text-film has-checked:font-semibold max-lg:min-h-11">
      <input type={type} name={name} value={value} defaultChecked={chosen} className="size-4.5 shrink-0 accent-film" />
      <span className="min-w-0 leading-tight">{label}</span>
      {count === undefined ? null : (
        <span className="tabular ml-auto text-sm font-normal text-muted">
          {count}
          <span className="sr-only"> {count === 1 ? "course" : "courses"}</span>
        </span>
      )}
    </label>
  );
}

function Range({ title, name, from, to }: { title: string; name: string; from: string; to: string }) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{title}</legend>
      <div className="flex items-center gap-2">
        <input
          aria-label={`${title}, minimum`}
          name={`${name}From`}
          defaultValue={from}
          inputMode="decimal"
          placeholder="Min"
          autoComplete="off"
          className={box}
        />
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        <input
          aria-label={`${title}, maximum`}
          name={`${name}To`}
          defaultValue={to}
          inputMode="decimal"
          placeholder="Max"
          autoComplete="off"
          className={box}
        />
      </div>
    </fieldset>
  );
}
