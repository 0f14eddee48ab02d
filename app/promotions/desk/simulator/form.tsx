import { SelectField, TextField } from "~/ui/field";
import { PromotionBadge } from "../state-badge";
import type { Simulation } from "./simulator.server";

type Part = { simulation: Pick<Simulation, "fields" | "formats" | "promotions">; errorOf: (id: string) => string[] };

/** The lines, and an empty one. */
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
            options={[{ value: "", label: "None" }, ...addChosen(formats, formatId)]}
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
      <p className="text-sm text-muted">
        To remove a line, choose “None”. After you submit, there is another empty line.
      </p>
    </fieldset>
  );
}

/** The promotions to include, with the figures that limit them. Ended ones are separate: they only matter for a time in the past. */
export function SimulatorPromotions({ simulation: { fields, promotions }, errorOf }: Part) {
  const isEnded = ({ id, state }: Row) => state === "ended" && !fields.used.includes(id);
  const ended = promotions.filter(isEnded);
  return (
    <fieldset className="space-y-2">
      <legend className="font-serif text-xl font-medium">Promotions</legend>
      <p className="text-sm text-muted">
        Checked promotions count as published and not paused, within their start and end. <em>Left</em> is the units or
        uses left in total; <em>allowed</em> is how many this shopper can still take. Leave empty to use today’s
        figures.
      </p>
      <Candidates rows={promotions.filter((row) => !isEnded(row))} fields={fields} errorOf={errorOf} />
      {ended.length > 0 ? (
        <details>
          <summary className="min-h-8 cursor-pointer py-1">{ended.length} ended</summary>
          {/* Without figures: over the years there are hundreds, and their blank fields would make links too long for servers. */}
          <Candidates rows={ended.map((row) => ({ ...row, isLimited: false }))} fields={fields} errorOf={errorOf} />
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
                      {kind === "left" ? "Left" : "Allowed"}
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

/** Keeps a chosen format that is no longer sold. */
function addChosen(formats: Simulation["formats"], chosen: string) {
  const isKnown = chosen === "" || formats.some(({ value }) => value === chosen);
  return isKnown ? formats : [{ value: chosen, label: "No longer sold" }, ...formats];
}
