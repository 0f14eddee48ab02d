import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { href } from "~/addresses/href";
import { CourseShelf } from "~/catalog/page/course-card";
import { OrderBox } from "~/catalog/page/order-box";
import { FeaturedSaleBanner } from "~/catalog/page/sale-banner";
import { formatInstant } from "~/core/dates";
import { formatCents } from "~/core/money";
import { Button } from "~/ui/button";
import { NoRows, Panel, StaffPage } from "~/ui/desk/page";
import { Table } from "~/ui/desk/table";
import { ErrorSummary, SelectField, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PromotionBadge } from "../state-badge";
import type { PromotionPreview } from "./preview.server";

type Shown = NonNullable<PromotionPreview["shown"]>;

/** Why the banner and course pages don't change. */
const reasons = {
  "in-cart": "This promotion does not change the price of a single unit, so it appears only in the cart.",
  "sold-out": "It is sold out, so its courses have their regular prices.",
  "others-are-better":
    "No course has its price at this time: it covers no course that is sold, or other sales have a lower price.",
};

export function PromotionPreviewView({ preview }: { preview: PromotionPreview }) {
  const { promotion, at, timeZone, shown } = preview;
  return (
    <StaffPage
      title="Preview"
      back={{ to: href("staffPromotion", { promotion: promotion.id }), label: promotion.name }}
      aside={<PromotionBadge state={promotion.state} />}
    >
      <Notice>
        Preview for staff: how the shop looks at <strong>{formatInstant(at, timeZone)}</strong>
        {promotion.state === "running"
          ? " with this promotion as saved and all other published promotions."
          : " if this promotion is published and not paused, with all other published promotions. Shoppers can’t see it now."}
      </Notice>
      <PreviewForm preview={preview} />
      {shown ? (
        <ShopPictures shown={shown} preview={preview} />
      ) : (
        <NoRows>
          {reasons[preview.reason]}{" "}
          <Link to={href("staffSimulator", { promotion: promotion.id })}>Try it in the simulator</Link>.
        </NoRows>
      )}
    </StaffPage>
  );
}

function PreviewForm({ preview: { courses, shown, typedAt, problem, timeZone } }: { preview: PromotionPreview }) {
  return (
    <Form method="get" className="space-y-4">
      <ErrorSummary problems={problem ? [{ id: "at", message: problem }] : []} />
      <div className="flex flex-wrap items-end gap-3">
        {shown ? (
          <SelectField
            key={`course ${shown.slug}`}
            id="course"
            name="course"
            label="Course"
            options={courses}
            defaultValue={shown.slug}
            className="w-full sm:w-96"
          />
        ) : null}
        <TextField
          key={`at ${typedAt}`}
          id="at"
          name="at"
          type="datetime-local"
          label={`Time, ${timeZone}`}
          defaultValue={typedAt}
          errors={problem ? [problem] : undefined}
          className="w-full sm:w-72"
        />
        <Button look="quiet">Show</Button>
      </div>
    </Form>
  );
}

function ShopPictures({ shown, preview: { revision, promotion } }: { shown: Shown; preview: PromotionPreview }) {
  return (
    <>
      <Panel id="prices" title={shown.view.title}>
        <Table
          caption="Prices of this course at that time"
          rows={shown.view.formats}
          rowKey={({ id }) => id}
          columns={[
            { label: "Format", cell: ({ name }) => name },
            { label: "Price", cell: ({ price }) => formatCents(price), isFigure: true },
            { label: "Regular", cell: ({ regular }) => formatCents(regular), isFigure: true },
            { label: "Sale", cell: ({ sale }) => sale?.name ?? "" },
            { label: "Text", cell: ({ sale }) => [sale?.left, sale?.limit, sale?.split].filter(Boolean).join("; ") },
          ]}
        />
      </Panel>
      {shown.banner ? (
        <Panel
          id="banner"
          title="Home page banner"
          note={promotion.isFeatured ? null : "Not featured, so this is not shown"}
        >
          <Still>
            <FeaturedSaleBanner banner={shown.banner} revision={revision} />
          </Still>
        </Panel>
      ) : null}
      <div className="grid gap-8 md:grid-cols-2">
        <Panel id="box" title="Course page">
          <Still>
            <OrderBox view={shown.view} />
          </Still>
        </Panel>
        <Panel id="card" title="Catalog">
          <Still>
            <CourseShelf cards={[shown.card]} revision={revision} />
          </Still>
        </Panel>
      </div>
    </>
  );
}

/** As wide as in the shop, but inert: nothing in it can be clicked or reached by keyboard, and the table above has the same as text.
 *  React 18 passes `inert` on as a plain attribute. */
function Still({ children }: { children: ReactNode }) {
  return (
    <div
      className="-mx-4 border-y border-dashed border-line-strong p-4 sm:mx-0 sm:border-x"
      {...({ inert: "" } as object)}
    >
      {children}
    </div>
  );
}
