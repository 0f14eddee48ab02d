import { Form, Link } from "@remix-run/react";
import { href } from "~/addresses/href";
import { Cover } from "~/catalog/cover/course-cover";
import { maximumQuantity } from "~/catalog/read/maximum-quantity";
import type { CourseFormatId } from "~/core/ids";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import type { CartView, ViewLine } from "./cart-view";
import { LineNoteText } from "./line-note";
import { Portions } from "./portions";

export function CartLines({
  cart,
  problem,
}: {
  cart: CartView;
  problem?: { courseFormatId?: CourseFormatId; message: string };
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {cart.lines.map((line) => (
        <CartLine
          key={line.courseFormatId}
          line={line}
          revision={cart.revision}
          problem={problem?.courseFormatId === line.courseFormatId ? problem.message : undefined}
        />
      ))}
      {cart.unavailable.map((courseFormatId) => (
        <li key={courseFormatId} className="flex flex-wrap items-center justify-between gap-4 py-5">
          <p className="font-semibold text-wrong">A course in your cart is no longer sold here.</p>
          <RemoveForm courseFormatId={courseFormatId} title="the course that is no longer sold" />
        </li>
      ))}
    </ul>
  );
}

function CartLine({ line, revision, problem }: { line: ViewLine; revision: number; problem?: string }) {
  const { courseFormatId, cover, slug, title, formatName, quantity } = line;
  const field = `quantity-${courseFormatId}`;
  return (
    <li className="grid gap-4 py-6 sm:grid-cols-[5rem_1fr_auto]">
      <div className="hidden self-start sm:block">
        <Cover course={cover} revision={revision} />
      </div>
      <div className="min-w-0 space-y-2">
        <h2 className="text-2xl">
          <Link to={href("course", { slug })} className="text-ink">
            {title}
          </Link>
        </h2>
        <p className="text-muted">{formatName}</p>
        <Portions portions={line.portions} />
        {line.notes.map((note) => (
          <LineNoteText key={note.kind} note={note} />
        ))}
        <div className="flex flex-wrap items-end gap-3 pt-1">
          <Form method="post" action={href("cart")} className="flex items-end gap-2" preventScrollReset>
            <input type="hidden" name="intent" value="set" />
            <input type="hidden" name="courseFormatId" value={courseFormatId} />
            <div>
              <label htmlFor={field} className="block text-sm font-semibold">
                Quantity
                <span className="sr-only">
                  {" "}
                  of {title}, {formatName}
                </span>
              </label>
              <input
                key={quantity}
                id={field}
                name="quantity"
                type="number"
                inputMode="numeric"
                min={0}
                max={maximumQuantity}
                defaultValue={quantity}
                required
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? `${field}-error` : undefined}
                className="min-h-11 w-20 rounded-sm border border-line-strong bg-surface px-3"
              />
            </div>
            <Button look="quiet">Update</Button>
          </Form>
          <RemoveForm courseFormatId={courseFormatId} title={`${title}, ${formatName}`} />
        </div>
        {problem ? (
          <p id={`${field}-error`} role="alert" className="font-semibold text-wrong">
            {problem}
          </p>
        ) : null}
      </div>
      <p className="tabular text-xl font-semibold sm:text-right">{formatCents(line.total)}</p>
    </li>
  );
}

function RemoveForm({ courseFormatId, title }: { courseFormatId: CourseFormatId; title: string }) {
  return (
    <Form method="post" action={href("cart")} preventScrollReset>
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="courseFormatId" value={courseFormatId} />
      <Button look="plain">
        Remove<span className="sr-only"> {title}</span>
      </Button>
    </Form>
  );
}
