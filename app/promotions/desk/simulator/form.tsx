import { SelectField, TextField } from "~/ui/field";
import { PromotionBadge } from "../state-badge";
import type { Simulation } from "./simulator.server";

type Part = { simulation: Pick<Simulation, "fields" | "formats" | "promotions">; errorOf: (id: string) => string[] };

/** The lines, and one more that is empty. */
export function SimulatorCart({ simulation: { fields, formats }, errorOf }: Part) {
  const rows = [...fields.rows, { formatId: "", quantity: "1" }].map((row, index) => ({ ...row, index }));
  return (
    <fieldset className="space-y-3">
      <legend className="font-serif text-xl font-medium">Cart</legend>
      {rows.map(({ formatId, quantity, index }) => (
        <div key={`${index} ${formatId}`} className="grid grid-cols-[1fr_6rem] gap-3">
          <SelectField
            id={`format-${index}`}
            name="format"
            label={
              index === 0 ? "Course and format" : <span className="sr-only">Course and format, line {index + 1}</span>
            }
            options={[{ value: "", label: "none" }, ...optionsWith(formats, formatId)]}
            defaultValue={formatId}
            errors={errorOf(`format-${index}`)}
          />
          <TextField
            id={`quantity-${index}`}
            name="quantity"
            inputMode="numeric"
            label={index === 0 ? "Units" : <span className="sr-only">Units, line {index + 1}</span>}
            defaultValue={quantity}
            errors={errorOf(`quantity-${index}`)}
          />
        </div>
      ))}
      <p className="text-sm text-muted">There is always one empty line more. Choose “none” to take a line away.</p>
    </fieldset>
  );
}

/** Who takes part, with the figures that limit it. Those that are over stand apart: they only matter to a moment in the past. */
export function SimulatorPromotions({ simulation: { fields, promotions }, errorOf }: Part) {
  const isOver = ({ id, state }: Row) => state === "ended" && !fields.used.includes(id);
  const over = promotions.filter(isOver);
  return (
    <fieldset className="space-y-2">
      <legend className="font-serif text-xl font-medium">Promotions</legend>
      <p className="text-sm text-muted">
        Ticked ones count as published and not paused; their window still counts. <em>Left</em> are units or uses in
        total, <em>may take</em> is what this shopper may still have of them; empty figures are those of today.
      </p>
      <Candidates rows={promotions.filter((row) => !isOver(row))} fields={fields} errorOf={errorOf} />
      {over.length > 0 ? (
        <details>
          <summary className="min-h-8 cursor-pointer py-1">{over.length} more that are over</summary>
          {/* Without figures: they pile up over the years, and blank fields of hundreds make a link longer than servers read. */}
          <Candidates rows={over.map((row) => ({ ...row, isLimited: false }))} fields={fields} errorOf={errorOf} />
        </details>
      ) : null}
    </fieldset>
  );
}

type Row = Simulation["promotions"][number];

function Candidates({
  rows,
  fields,
  errorOf,
}: {
  rows: Row[];
  fields: Simulation["fields"];
  errorOf: Part["errorOf"];
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map(({ id, name, state, unitsLeft, perCustomer, isLimited }) => (
        <li key={id} className="grid grid-cols-2 items-end gap-x-4 gap-y-1 py-2 sm:grid-cols-[1fr_7rem_7rem]">
          <label className="col-span-2 flex min-h-8 cursor-pointer items-start gap-2 py-1 sm:col-span-1">
            <input
              type="checkbox"
              name="use"
              value={id}
              defaultChecked={fields.used.includes(id)}
              className="mt-1 size-4 shrink-0 accent-film"
            />
            <span>
              {name} <PromotionBadge state={state} />
            </span>
          </label>
          {isLimited
            ? (["left", "allowed"] as const).map((kind) => (
                <TextField
                  key={kind}
                  id={`${kind}-${id}`}
                  name={`${kind}-${id}`}
                  inputMode="numeric"
                  label={
                    <span className="text-sm font-normal">
                      {kind === "left" ? "Left" : "May take"}
                      <span className="sr-only"> of {name}</span>
                    </span>
                  }
                  placeholder={String((kind === "left" ? unitsLeft : perCustomer) ?? "no limit")}
                  defaultValue={fields[kind][id]}
                  errors={errorOf(`${kind}-${id}`)}
                />
              ))
            : null}
        </li>
      ))}
    </ul>
  );
}

/** What was chosen stays in sight, though it is not sold any more. */
function optionsWith(formats: Simulation["formats"], chosen: string) {
  const isKnown = chosen === "" || formats.some(({ value }) => value === chosen);
  return isKnown ? formats : [{ value: chosen, label: "no longer sold" }, ...formats];
}
