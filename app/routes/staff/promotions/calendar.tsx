import { staffLoader } from "~/accounts/staff-route.server";
import { queryOf } from "~/core/list-query";
import { CalendarQuery } from "~/promotions/desk/calendar/bars";
import { readCalendar } from "~/promotions/desk/calendar/calendar.server";
import { PromotionCalendarView } from "~/promotions/desk/calendar/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Calendar");

export const loader = staffLoader("promotions.read", async ({ request }) => {
  return readCalendar(CalendarQuery.parse(queryOf(request)));
});

export default function StaffCalendar() {
  return <PromotionCalendarView calendar={useLoaderData<typeof loader>()} />;
}
