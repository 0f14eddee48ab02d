import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { CalendarQuery } from "~/staff/calendar-bars";
import { queryOf } from "~/staff/list-query";
import { readCalendar } from "~/staff/promotion-calendar.server";
import { PromotionCalendarView } from "~/staff/promotion-calendar-view";

export const meta: MetaFunction = () => [{ title: "Calendar · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("promotions.read", async ({ request }) => {
  return readCalendar(CalendarQuery.parse(queryOf(request)));
});

export default function StaffCalendar() {
  return <PromotionCalendarView calendar={useLoaderData<typeof loader>()} />;
}
