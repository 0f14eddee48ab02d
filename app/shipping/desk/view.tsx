import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Button } from "~/ui/button";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { Notice } from "~/ui/notice";
import { PackagingEditor } from "./packaging-editor";
import type { TesterAnswer, TesterQuery } from "./tester";
import { ShippingTester } from "./tester-view";
import type { ShippingPage } from "./zones.server";

type Props = {
  page: ShippingPage;
  tester: { query: TesterQuery; answer: TesterAnswer | undefined };
  reply: SubmissionResult | undefined;
  done: string | undefined;
};

/** Shipping prices by region and weight, with a calculator to try them. */
export function ShippingView({ page, tester, reply, done }: Props) {
  const { zones, parcels, weightless } = page;
  return (
    <StaffPage
      title="Shipping"
      aside={
        <nav aria-label="Shipping" className="flex flex-wrap gap-x-5 text-sm">
          <Link to={href("staffParcels")} className="inline-block py-1 font-semibold">
            {parcels === 1 ? "1 parcel to send" : `${parcels} parcels to send`}
          </Link>
          <Link to={href("staffNewShippingZone")} className="inline-block py-1">
            New zone
          </Link>
          <Link to={href("staffAudit", { subject: "shipping-zone:" })} className="inline-block py-1">
            Change history
          </Link>
        </nav>
      }
    >
      {done && !reply ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      {weightless.length > 0 ? (
        <Notice tone="problem">
          <strong>Books without a weight</strong> are charged as an empty parcel: {weightless.join(", ")}.
        </Notice>
      ) : null}
      <Panel id="zones" title="Zones and rates" note="A zone with the state takes precedence over one with the country">
        {zones.length > 0 ? (
          <ZoneTable zones={zones} />
        ) : (
          <NoRows>
            Books can’t be mailed until there is a zone.{" "}
            <Link to={href("staffNewShippingZone")}>Create the first one</Link>.
          </NoRows>
        )}
      </Panel>
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <Panel id="tester" title="Shipping calculator">
          <ShippingTester page={page} {...tester} />
        </Panel>
        <Panel id="packaging" title="Packaging">
          <PackagingEditor key={page.packagingGrams} grams={page.packagingGrams} reply={reply} />
        </Panel>
      </div>
    </StaffPage>
  );
}

/** How many regions a row lists before it counts the rest. */
const namedPlaces = 6;

function ZoneTable({ zones }: Pick<ShippingPage, "zones">) {
  const [first] = zones;
  return (
    <Table
      caption="Zones with their rates"
      rows={zones}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Zone",
          cell: ({ id, name }) => (
            <Link to={href("staffShippingZone", { zone: id })} className="inline-block py-0.5">
              {name}
            </Link>
          ),
        },
        {
          label: "Regions",
          cell: ({ places }) =>
            places.length > namedPlaces + 1
              ? `${places.slice(0, namedPlaces).join(", ")} and ${places.length - namedPlaces} more`
              : places.join(", "),
        },
        {
          label: "Rates",
          cell: ({ rates }) => (
            <ul className="tabular">
              {rates.map((rate) => (
                <li key={rate} className="lg:whitespace-nowrap">
                  {rate}
                </li>
              ))}
            </ul>
          ),
        },
        {
          label: "Order",
          cell: ({ id, name }) =>
            id === first?.id ? (
              ""
            ) : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="move" value={id} />
                <Button look="plain" className="min-h-8 justify-start px-0 py-0.5 text-sm whitespace-nowrap">
                  Move up<span className="sr-only"> {name}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
