import { Form } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Price } from "~/ui/price";
import type { CourseView, FormatChoice } from "./course-view";

/** Format, quantity, and *Add to cart*: a plain form that posts to the cart page. */
export function OrderBox({ view }: { view: CourseView }) {
  const { approval, formats } = view;
  if (approval.state === "ended")
    return (
      <Notice tone="problem">
        <p className="font-semibold">Approval ended {approval.endsOn}.</p>
        <p>This course is no longer for sale: completing it after that day earns no credit.</p>
      </Notice>
    );
  if (approval.state === "not-started")
    return (
      <Notice>
        <p className="font-semibold">Approval begins {approval.startsOn}.</p>
        <p>This course goes on sale that day: completing it earlier earns no credit.</p>
      </Notice>
    );
  const first = formats.find(({ isAvailable }) => isAvailable);
  return (
    <Form method="post" action={href("cart")} className="border border-line bg-surface p-3 sm:p-6 lg:p-5">
      <input type="hidden" name="intent" value="add" />
      <fieldset>
        <legend className="font-serif text-2xl font-medium">Choose a format</legend>
        <div className="mt-4 space-y-2">
          {formats.map((choice) => (
            <FormatRadio key={choice.id} choice={choice} isFirst={choice.id === first?.id} />
          ))}
        </div>
      </fieldset>
      {approval.state === "ends-soon" ? (
        <Notice tone="problem" className="mt-5">
          <p>
            <strong>Approval ends {approval.endsOn}</strong>,{" "}
            {approval.daysLeft === 0 ? "today" : approval.daysLeft === 1 ? "tomorrow" : `in ${approval.daysLeft} days`}.
            Pass the post-test by that day: completing it later earns no credit.
          </p>
        </Notice>
      ) : null}
      {first ? (
        <div className="mt-5 flex flex-wrap items-end gap-4">
          <label className="block">
            <span className="mb-1 block font-semibold">Quantity</span>
            <input
              name="quantity"
              type="number"
              min="1"
              max={view.maxPerOrder}
              required
              defaultValue="1"
              inputMode="numeric"
              className="tabular min-h-12 w-24 rounded-sm border border-line-strong bg-surface px-3 py-2 text-base text-ink"
            />
          </label>
          <Button className="min-h-12 grow px-8 text-lg sm:grow-0">Add to cart</Button>
        </div>
      ) : (
        <p className="mt-4 font-semibold">No format is available right now.</p>
      )}
    </Form>
  );
}

function FormatRadio({ choice, isFirst }: { choice: FormatChoice; isFirst: boolean }) {
  const { id, name, promise, price, regular, sale, isSaleSoldOut, stock, isAvailable } = choice;
  return (
    <label className="grid cursor-pointer grid-cols-[auto_1fr_auto] gap-x-2.5 sm:gap-x-3 rounded-sm border border-line-strong px-3 py-3 has-checked:border-film has-checked:bg-film-wash has-checked:ring-1 has-checked:ring-film has-disabled:cursor-not-allowed has-disabled:border-dashed sm:px-4 lg:px-3">
      <input
        type="radio"
        name="courseFormatId"
        value={id}
        defaultChecked={isFirst}
        disabled={!isAvailable}
        required
        className="mt-1 size-5 accent-film"
      />
      <span className="font-semibold">{name}</span>
      <span className="sm:text-lg lg:text-base">
        <Price cents={price} regularCents={sale ? regular : undefined} />
      </span>
      <span className="col-span-2 col-start-2 mt-0.5 text-sm text-muted">
        {promise}
        {stock ? <span className={isAvailable ? "" : "font-semibold text-wrong"}> {stock}.</span> : null}
      </span>
      {sale ? (
        <span className="col-span-2 col-start-2 mt-2 border-l-2 border-amber-strong pl-3 text-sm">
          {sale.left ? (
            <span className="block">
              <strong className="text-amber">{sale.left}</strong>
              {sale.limit ? `, ${sale.limit}` : ""}.
            </span>
          ) : (
            <span className="block">
              <strong className="text-amber">{sale.name}</strong>
              {sale.limit ? `, ${sale.limit}` : ""}.
            </span>
          )}
          <span className="block">Ends {sale.ends}.</span>
          {sale.split ? <span className="block">{sale.split}.</span> : null}
        </span>
      ) : null}
      {isSaleSoldOut ? (
        <span className="col-span-2 col-start-2 mt-2 text-sm">
          Sold out at the sale price. The regular price applies.
        </span>
      ) : null}
    </label>
  );
}
