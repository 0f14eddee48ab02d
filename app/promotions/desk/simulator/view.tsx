import { Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { ErrorSummary, SelectField, TextField } from "~/ui/field";
import { SimulatorCart, SimulatorPromotions } from "./form";
import { SimulationForm } from "./simulation-form";
import type { Simulation as Read } from "./simulator.server";

type Simulation = Omit<Read, "document">;

const firstOrders = [
  { value: "unknown", label: "Not known yet" },
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** Any cart, shopper, and moment, priced by the shop's own function before anything is published. The form is a GET, so a simulation is
 *  a link. */
export function PromotionSimulatorView({ simulation }: { simulation: Simulation }) {
  const { fields, problems, timeZone, download } = simulation;
  const errorOf = (id: string) => problems.flatMap((problem) => (problem.id === id ? [problem.message] : []));
  return (
    <StaffPage
      title="Simulator"
      back={{ to: href("staffPromotions"), label: "All promotions" }}
      aside={<Link to={href("staffCalendar")}>Calendar</Link>}
    >
      <div className="grid gap-8 lg:grid-cols-[1fr_30rem]">
        <SimulationForm>
          <ErrorSummary problems={problems} />
          <SimulatorCart simulation={simulation} errorOf={errorOf} />
          <div className="grid gap-6 sm:grid-cols-3">
            <TextField
              id="at"
              name="at"
              type="datetime-local"
              label="Time"
              hint={timeZone}
              defaultValue={fields.at}
              errors={errorOf("at")}
            />
            <TextField
              id="codes"
              name="codes"
              label="Coupon codes"
              hint="Separated by commas"
              defaultValue={fields.codes}
              errors={errorOf("codes")}
            />
            <SelectField
              // A select has no default to reset to.
              key={fields.firstOrder}
              id="firstOrder"
              name="firstOrder"
              label="First order"
              hint="For this shopper"
              options={firstOrders}
              defaultValue={fields.firstOrder}
            />
          </div>
          <SimulatorPromotions simulation={simulation} errorOf={errorOf} />
          <Button>Price this cart</Button>
        </SimulationForm>
        <div className="space-y-4">
          <Answer simulation={simulation} />
          {download ? (
            <p className="text-sm">
              <a href={download}>Download this simulation</a> for <code>npm run price</code>
            </p>
          ) : null}
        </div>
      </div>
    </StaffPage>
  );
}

function Answer({ simulation: { answer } }: { simulation: Simulation }) {
  if (!answer) return <NoRows>No price yet. Fix the form first.</NoRows>;
  const portions = answer.lines.flatMap(({ id, name, portions: own }) =>
    own.map((portion, index) => ({ key: `${id} ${index}`, name, ...portion })),
  );
  return (
    <Panel id="answer" title="What the shopper pays">
      {portions.length > 0 ? (
        <Table
          caption="How the price is calculated"
          rows={portions}
          rowKey={({ key }) => key}
          columns={[
            {
              label: "Item",
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
        <NoRows>The cart is empty. Choose a course.</NoRows>
      )}
      <div className="mt-4">
        <Facts
          facts={[
            { label: "Regular prices", value: formatCents(answer.regularItems) },
            ...answer.coupons.map(({ code, amount, ...coupon }) => ({
              label: `Coupon ${code}`,
              value: "refusal" in coupon && coupon.refusal ? coupon.refusal.words : `−${formatCents(amount)}`,
            })),
            { label: "Total", value: <strong data-testid="items">{formatCents(answer.items)}</strong> },
          ]}
        />
      </div>
      {answer.hints.length > 0 ? (
        <div className="mt-4 text-sm">
          <h3 className="text-lg">What a small change would save</h3>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {answer.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  );
}
