import {
  type FieldMetadata,
  getFormProps,
  getInputProps,
  getSelectProps,
  type SubmissionResult,
  useForm,
} from "@conform-to/react";
import { Form, Link, useNavigation } from "@remix-run/react";
import { href } from "~/addresses/href";
import { formatInstant } from "~/core/dates";
import type { ShipmentId } from "~/core/ids";
import { orderNumber } from "~/shop/order-name";
import { Button } from "~/ui/button";
import { Facts, NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { ErrorSummary, problemsOf, SelectField, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { carriers } from "../parcels/carriers";
import { formatWeight } from "../weight";
import type { ShipPage } from "./ship-page.server";

type Props = {
  page: ShipPage;
  reply: SubmissionResult | undefined;
  /** Why a shipment wasn't undone. */
  refusal: string | undefined;
  done: string | undefined;
};

/** One order's parcels: what is left to send, and what was sent. */
export function ShipView({ page, reply, refusal, done }: Props) {
  const { parcel, shipmentId, timeZone } = page;
  const { id, number, address, weightGrams, shippingZone, purpose } = parcel;
  const isLeft = parcel.state === "paid" && parcel.books.some(({ left }) => left > 0);
  return (
    <StaffPage
      title={`Ship order ${orderNumber(number)}`}
      back={{ to: href("staffParcels"), label: "Parcels to send" }}
      aside={
        <nav aria-label="Documents" className="flex flex-wrap gap-x-5 text-sm">
          <Paper to={href("staffOrderPackingSlip", { order: id })}>Packing slip</Paper>
          <Paper to={href("staffOrderLabel", { order: id })}>Label, 4 × 6 in</Paper>
          <Link to={href("staffOrder", { order: id })} className="inline-block py-1">
            The order
          </Link>
        </nav>
      }
    >
      {done && !reply && !refusal ? (
        <Notice tone="done" live>
          {done}
        </Notice>
      ) : null}
      {refusal ? (
        <Notice tone="problem" live>
          {refusal}
        </Notice>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <Panel id="left" title="In this parcel">
          {isLeft ? <ShipForm key={shipmentId} page={page} reply={reply} /> : <NothingLeft page={page} />}
        </Panel>
        <Panel id="to" title="To">
          <address className="mb-3 not-italic">
            {address.length > 0
              ? address.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address may repeat and never move
                  <span key={index} className="block wrap-anywhere">
                    {line}
                  </span>
                ))
              : "No address. Ask the buyer."}
          </address>
          <Facts
            facts={[
              { label: "Zone charged", value: shippingZone ?? "unknown" },
              { label: "Weight charged", value: weightGrams > 0 ? formatWeight(weightGrams) : "unknown" },
              { label: "Gift", value: purpose === "gift" ? "Yes, with the message on the packing slip" : "No" },
            ]}
          />
        </Panel>
      </div>
      <Shipments page={page} timeZone={timeZone} />
    </StaffPage>
  );
}

function Paper({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} reloadDocument className="inline-block py-1">
      {children}
    </Link>
  );
}

function NothingLeft({ page: { parcel } }: { page: ShipPage }) {
  if (parcel.state !== "paid") return <NoRows>This order isn’t paid, so nothing can be sent.</NoRows>;
  return <NoRows>Nothing is left to send. Every copy was sent or refunded.</NoRows>;
}

type Fields = { lines: { quantity: string }[]; carrier: string; trackingNumber: string };

function ShipForm({ page: { parcel, shipmentId }, reply }: { page: ShipPage; reply: SubmissionResult | undefined }) {
  const isBusy = useNavigation().state !== "idle";
  const [form, { lines, carrier, trackingNumber }] = useForm<Fields>({
    id: "ship",
    lastResult: reply,
    defaultValue: { lines: parcel.books.map(({ left }) => ({ quantity: String(left) })), carrier: carriers[0] },
  });
  const rows = lines.getFieldList().map((line) => line.getFieldset().quantity);
  const { key: carrierKey, ...select } = getSelectProps(carrier);
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-5">
      <ErrorSummary problems={problemsOf([{ errors: form.errors }, ...rows, carrier, trackingNumber])} />
      <input type="hidden" name="shipment" value={shipmentId} />
      <ul className="divide-y divide-line border-y border-line">
        {parcel.books.map((book, index) => (
          <Book key={book.orderLineId} book={book} index={index} field={rows[index]} />
        ))}
      </ul>
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        <SelectField
          key={carrierKey}
          {...select}
          label="Carrier"
          options={carriers.map((value) => ({ value, label: value }))}
          errors={carrier.errors}
        />
        <TextField
          {...getInputProps(trackingNumber, { type: "text" })}
          key={trackingNumber.key}
          label="Tracking number (optional)"
          autoComplete="off"
          spellCheck={false}
          errors={trackingNumber.errors}
        />
      </div>
      <Button disabled={isBusy}>Mark as shipped</Button>
    </Form>
  );
}

type BookProps = { book: ShipPage["parcel"]["books"][number]; index: number; field: FieldMetadata<string> | undefined };

function Book({ book, index, field }: BookProps) {
  const { orderLineId, title, isbn, bought, refunded, shipped } = book;
  const facts = [
    `${bought} bought`,
    refunded > 0 ? `${refunded} refunded` : "",
    shipped > 0 ? `${shipped} sent` : "",
    isbn ? `ISBN ${isbn}` : "",
  ];
  return (
    <li className="grid grid-cols-[1fr_6rem] items-start gap-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{title}</p>
        <p className="tabular text-sm text-muted">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <input type="hidden" name={`lines[${index}].orderLineId`} value={orderLineId} />
      {field ? (
        <TextField
          {...getInputProps(field, { type: "text" })}
          key={field.key}
          label={
            <>
              Copies<span className="sr-only"> of {title}</span>
            </>
          }
          inputMode="numeric"
          errors={field.errors}
        />
      ) : null}
    </li>
  );
}

function Shipments({ page, timeZone }: { page: ShipPage; timeZone: string }) {
  const { shipments, parcel } = page;
  return (
    <Panel id="shipments" title="Parcels sent">
      {shipments.length > 0 ? (
        <Table
          caption="Parcels sent, oldest first"
          rows={shipments}
          rowKey={({ id }) => id}
          columns={[
            { label: "Sent", cell: ({ shippedAt }) => formatInstant(shippedAt, timeZone) },
            {
              label: "Books",
              cell: ({ books }) =>
                books.map(({ orderLineId, title, quantity }) => (
                  <div key={orderLineId}>
                    {quantity} × {title}
                  </div>
                )),
            },
            { label: "Carrier", cell: ({ carrier }) => carrier },
            {
              label: "Tracking",
              cell: ({ trackingNumber, trackingUrl }) =>
                trackingUrl ? <a href={trackingUrl}>{trackingNumber}</a> : (trackingNumber ?? "none"),
            },
            { label: "By", cell: ({ by }) => by },
            {
              label: "Packing slip",
              cell: ({ id }) => (
                <Paper to={href("staffOrderPackingSlip", { order: parcel.id }, { shipment: id })}>Packing slip</Paper>
              ),
            },
            { label: "Undo", cell: ({ id, canBeUndone }) => (canBeUndone ? <Undo shipmentId={id} /> : "") },
          ]}
        />
      ) : (
        <NoRows>No parcels sent yet.</NoRows>
      )}
    </Panel>
  );
}

/** Takes two clicks, because the buyer may have read the e-mail already. */
function Undo({ shipmentId }: { shipmentId: ShipmentId }) {
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">Undo…</summary>
      <Form method="post" className="pt-2">
        <input type="hidden" name="undo" value={shipmentId} />
        <Button look="danger" className="min-h-9 px-3 py-1 text-sm">
          Undo shipment
        </Button>
      </Form>
    </details>
  );
}
