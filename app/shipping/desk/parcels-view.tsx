import { Form, Link } from "@remix-run/react";
import { Fragment } from "react";
import { href } from "~/addresses/href";
import { dayIn, formatDay } from "~/core/dates";
import { Button } from "~/ui/button";
import { NoRows, StaffPage } from "~/ui/desk/page";
import { Pages } from "~/ui/desk/pagination";
import { type Column, Table } from "~/ui/desk/table";
import { SelectField } from "~/ui/field";
import type { ParcelsPage } from "./ship-page.server";

/** Paid orders with books to send, and what is needed to pack them. */
export function ParcelsView({ list, page }: { list: ParcelsPage; page: number }) {
  const { parcels, count, pages } = list;
  return (
    <StaffPage
      title="Parcels to send"
      back={{ to: href("staffShipping"), label: "Shipping" }}
      aside={<p className="tabular text-sm text-muted">{count === 1 ? "1 parcel" : `${count} parcels`}</p>}
    >
      {parcels.length > 0 ? (
        <Form method="get" action={href("staffLabels")} reloadDocument className="space-y-5">
          <Table
            caption="Parcels to send, earliest payment first"
            columns={columnsIn(list.timeZone)}
            rows={parcels}
            rowKey={({ id }) => id}
          />
          <Papers most={list.maxPrinted} isCut={count > list.maxPrinted} />
        </Form>
      ) : (
        <NoRows>
          {count > 0 ? (
            <Link to={href("staffParcels")}>Show the first parcels</Link>
          ) : (
            "None. Every book has been sent."
          )}
        </NoRows>
      )}
      <Pages page={page} pages={pages} query={{}} label="Pages of parcels" />
    </StaffPage>
  );
}

type Row = ParcelsPage["parcels"][number];

function columnsIn(timeZone: string): Column<Row>[] {
  return [
    {
      label: "Order",
      cell: ({ id, number }) => (
        <label className="tabular flex min-h-6 cursor-pointer items-center gap-2 whitespace-nowrap">
          <input type="checkbox" name="orders" value={id} className="size-5 accent-film" />
          <span className="sr-only">Print for order</span>
          {number}
        </label>
      ),
    },
    {
      label: "Paid",
      cell: ({ paidAt }) => (
        <span className="lg:whitespace-nowrap">{paidAt ? formatDay(dayIn(new Date(paidAt), timeZone)) : ""}</span>
      ),
    },
    {
      label: "To",
      cell: ({ address }) =>
        address.length > 0 ? (
          <Address lines={address} />
        ) : (
          <strong className="text-wrong">No address. Ask the buyer.</strong>
        ),
    },
    {
      label: "Books",
      cell: ({ books }) =>
        books
          .filter(({ left }) => left > 0)
          .map(({ orderLineId, title, left, shipped }) => (
            <div key={orderLineId}>
              {left} × {title}
              {shipped > 0 ? <span className="text-muted"> ({shipped} sent)</span> : null}
            </div>
          )),
    },
    {
      label: "Zone",
      cell: ({ shippingZone, purpose }) => [shippingZone, purpose === "gift" ? "gift" : ""].filter(Boolean).join(", "),
    },
    {
      label: "Next",
      cell: ({ id, number }) => (
        <Link to={href("staffOrderShip", { order: id })} className="inline-block py-0.5 whitespace-nowrap">
          Mark as shipped<span className="sr-only">: order {number}</span>
        </Link>
      ),
    },
  ];
}

/** On one line; each part keeps its own text direction. */
function Address({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address may repeat and never move
        <Fragment key={index}>
          {index > 0 ? ", " : ""}
          <bdi>{line}</bdi>
        </Fragment>
      ))}
    </>
  );
}

const papers = [
  { value: "letter", label: "Letter: six labels, Avery 5164" },
  { value: "a4", label: "A4: six labels, Avery L7166" },
  { value: "label", label: "Label printer, 4 × 6 in" },
];
const used = [0, 1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: String(count) }));

/** For the checked orders, or for all waiting ones up to the limit of one document. */
function Papers({ most, isCut }: { most: number; isCut: boolean }) {
  const all = isCut ? `the first ${most} (mark those as shipped, then print the next ones)` : "all of them";
  return (
    <fieldset className="space-y-3 border border-line bg-surface p-4">
      <legend className="px-1 font-semibold">Print for the checked orders, or if none are checked, for {all}</legend>
      <div className="flex flex-wrap items-end gap-4">
        <SelectField id="paper" name="paper" label="Paper" options={papers} className="w-full sm:w-72" />
        <SelectField
          id="skip"
          name="skip"
          label="Labels already used on the first sheet"
          options={used}
          className="w-full sm:w-64"
        />
        <Button>Print address labels</Button>
        <Button look="quiet" formAction={href("staffPackingSlips")}>
          Packing slips
        </Button>
      </div>
    </fieldset>
  );
}
