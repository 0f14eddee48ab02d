import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { CourseShelf } from "~/catalog/course-card";
import { OrderBox } from "~/catalog/order-box";
import { FeaturedSaleBanner } from "~/catalog/sale-banner";
import { formatInstant } from "~/core/dates";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import type { PromotionPreview } from "./promotion-preview.server";
import { Nothing, Panel, StaffPage } from "./staff-page";

export function PromotionPreviewView({ promotion, at, timeZone, revision, courses, shown }: PromotionPreview) {
  return (
    <StaffPage title="Preview" back={{ to: `/staff/promotions/${promotion.id}`, label: promotion.name }}>
      <Notice>
        This is how the shop will look at {formatInstant(at, timeZone)}, as if the promotion were published. Shoppers
        see nothing of it yet, unless it runs already.
      </Notice>
      {shown ? (
        <>
          <Form method="get" className="flex flex-wrap items-end gap-3">
            <SelectField
              id="course"
              name="course"
              label="Course"
              options={courses}
              defaultValue={shown.slug}
              className="w-full sm:w-96"
            />
            <Button look="quiet">Show</Button>
          </Form>
          {shown.banner ? (
            <Panel id="banner" title="Banner of the front page, if it is featured">
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
      ) : (
        <Nothing>
          No single unit gets another price by this promotion, so banner and course pages stay as they are: it shows in
          the cart. Try it in the simulator.
        </Nothing>
      )}
    </StaffPage>
  );
}

/** To be looked at only: nothing in it can be clicked or reached by keys. React 18 knows `inert` as a plain attribute. */
function Still({ children }: { children: ReactNode }) {
  return <div {...({ inert: "" } as object)}>{children}</div>;
}
