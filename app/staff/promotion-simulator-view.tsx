import { Form, Link } from "@remix-run/react";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { ErrorSummary, SelectField, TextField } from "~/ui/field";
import type { Simulation as Read } from "./promotion-simulator.server";
import { Facts, Nothing, Panel, StaffPage } from "./staff-page";
import { PromotionBadge } from "./state-badge";
import { Table } from "./table";

type Simulation = Omit<Read, "document">;

const firstOrders = [
  { value: "unknown", label: "not known yet" },
  { value: "yes", label: "it is the first" },
  { value: "no", label: "ordered before" },
];

/** Any cart, shopper and moment, priced by the shop's own function before anything is published. The form is a GET: a simulation is
 *  a link. */
export function PromotionSimulatorView({ simulation }: { simulation: Simulation }) {
  const { fields, problems, timeZone, download } = simulation;
  const errorOf = (id: string) => problems.flatMap((problem) => (problem.id === id ? [problem.message] : []));
  return (
    <StaffPage
      title="Simulator"
      back={{ to: "/staff/promotions", label: "All promotions" }}
      aside={<Link to="/staff/promotions/calendar">Calendar</Link>}
    >
      <div className="grid gap-8 lg:grid-cols-[1fr_30rem]">
        <Form method="get" className="space-y-6">
          <ErrorSummary problems={problems} />
          <Rows simulation={simulation} errorOf={errorOf} />
          <div className="grid gap-6 sm:grid-cols-3">
            <TextField
              id="at"
              name="at"
              type="datetime-local"
              label="At"
              hint={timeZone}
              defaultValue={fields.at}
              errors={errorOf("at")}
            />
            <TextField id="codes" name="codes" label="Codes entered" hint="With commas" defaultValue={fields.codes} />
            <SelectField
              id="firstOrder"
              name="firstOrder"
              label="First order"
              hint="Of this shopper"
              options={firstOrders}
              defaultValue={fields.firstOrder}
            />
          </div>
          <Candidates simulation={simulation} errorOf={errorOf} />
          <Button>Price this cart</Button>
        </Form>
        <div className="space-y-4">
          <Answer simulation={simulation} />
          <p className="text-sm">
            <a href={download}>Download as a document</a> for <code>npm run price</code>
          </p>
        </div>
      </div>
    </StaffPage>
  );
}

type Part = { simulation: Simulation; errorOf: (id: string) => string[] };

/** The lines, and one more that is empty. */
function Rows({ simulation: { fields, formats }, errorOf }: Part) {
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
            options={[{ value: "", label: "none" }, ...formats]}
            defaultValue={formatId}
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

function Candidates({ simulation: { fields, promotions }, errorOf }: Part) {
  return (
    <fieldset className="space-y-2">
      <legend className="font-serif text-xl font-medium">Promotions</legend>
      <p className="text-sm text-muted">
        Ticked ones count as published and not paused; their window still counts. Empty figures are those of today.
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {promotions.map(({ id, name, state, unitsLeft, perCustomer }) => (
          <li key={id} className="grid items-end gap-x-4 gap-y-1 py-2 sm:grid-cols-[1fr_7rem_7rem]">
            <label className="flex min-h-8 cursor-pointer items-start gap-2 py-1">
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
            {(["left", "allowed"] as const).map((kind) => (
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
            ))}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Answer({ simulation: { answer } }: { simulation: Simulation }) {
  if (!answer) return <Nothing>There is no price yet: put the form right first.</Nothing>;
  const portions = answer.lines.flatMap(({ id, name, portions: own }) =>
    own.map((portion, index) => ({ key: `${id} ${index}`, name, ...portion })),
  );
  return (
    <Panel id="answer" title="What the shopper pays">
      {portions.length > 0 ? (
        <Table
          caption="Portions with their trail"
          rows={portions}
          rowKey={({ key }) => key}
          columns={[
            {
              label: "What",
              cell: ({ name, quantity, trail }) => (
                <>
                  {quantity} × {name}
                  <div className="font-normal text-muted">{trail}</div>
                </>
              ),
            },
            { label: "Total", cell: ({ total }) => formatCents(total), isFigure: true },
          ]}
        />
      ) : (
        <Nothing>The cart is empty. Choose a course.</Nothing>
      )}
      <div className="mt-4">
        <Facts
          facts={[
            { label: "Regular prices", value: formatCents(answer.regularItems) },
            ...answer.coupons.map(({ code, amount, ...coupon }) => ({
              label: `Coupon ${code}`,
              value: "refusal" in coupon && coupon.refusal ? coupon.refusal.words : `−${formatCents(amount)}`,
            })),
            { label: "Items", value: <strong data-testid="items">{formatCents(answer.items)}</strong> },
          ]}
        />
      </div>
    </Panel>
  );
}
