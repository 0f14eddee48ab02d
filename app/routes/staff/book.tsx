import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect } from "@remix-run/node";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { href } from "~/addresses/href";
import { readHistory } from "~/audit/history.server";
import { readForm } from "~/core/form/read";
import { CourseFormatId } from "~/core/ids";
import { readShop } from "~/shop/shop.server";
import { changeCopies } from "~/stock/change-copies.server";
import { BookView } from "~/stock/desk/book-view";
import { readBook } from "~/stock/desk/books.server";
import { CopiesForm } from "~/stock/desk/copies-form";
import { pageTitle } from "~/ui/page-meta";
import { useActionData, useLoaderData } from "~/ui/route-data";

export const meta = pageTitle<typeof loader>((data) => data?.book.title ?? "Book");

export const loader = staffLoader("stock.read", async ({ request, params: { format = "" } }) => {
  const [book, history, { timeZone }] = await Promise.all([
    readBook(CourseFormatId.parse(format)),
    readHistory(`book:${format}`),
    readShop(),
  ]);
  const isDone = new URL(request.url).searchParams.get("done") === "saved";
  return { book, history, timeZone, done: isDone ? "Stock updated." : undefined };
});

export const action = staffAction("stock.save", async ({ request, params: { format = "" }, actor }) => {
  const submission = parseWithZod(await readForm(request), { schema: CopiesForm });
  if (submission.status !== "success") return json({ reply: submission.reply() }, { status: 400 });
  const changed = await changeCopies({ courseFormatId: CourseFormatId.parse(format), actor, ...submission.value });
  if (changed.ok) return redirect(href("staffBook", { format }, { done: "saved" }), 303);
  const { left } = changed.problem;
  const message = `You can remove at most ${left}. The rest belong to orders.`;
  return json({ reply: submission.reply({ fieldErrors: { copies: [message] } }) }, { status: 400 });
});

export default function StaffBook() {
  return <BookView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
