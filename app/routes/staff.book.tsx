import { parseWithZod } from "@conform-to/zod/v4";
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staffAction, staffLoader } from "~/accounts/staff-route.server";
import { readHistory } from "~/audit/history.server";
import { readForm } from "~/core/form";
import { readShop } from "~/shop/shop.server";
import { changeCopies } from "~/stock/change-copies.server";
import { BookView } from "~/stock/desk/book-view";
import { readBook } from "~/stock/desk/books.server";
import { CopiesForm } from "~/stock/desk/copies-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.book.title ?? "Book"} · Staff` },
  { name: "robots", content: "noindex" },
];

export const loader = staffLoader("stock.read", async ({ request, params: { format = "" } }) => {
  const [book, history, { timeZone }] = await Promise.all([
    readBook(format),
    readHistory(`book:${format}`),
    readShop(),
  ]);
  const isDone = new URL(request.url).searchParams.get("done") === "saved";
  return { book, history, timeZone, done: isDone ? "Saved. The shop shows it now." : undefined };
});

export const action = staffAction("stock.save", async ({ request, params: { format = "" }, actor }) => {
  const submission = parseWithZod(await readForm(request), { schema: CopiesForm });
  if (submission.status !== "success") return data({ reply: submission.reply() }, { status: 400 });
  const changed = await changeCopies({ courseFormatId: format, actor, ...submission.value });
  if (changed.ok) return redirect(`/staff/books/${format}?done=saved`, 303);
  const { left } = changed.problem;
  const message = `Only ${left} can go: the others belong to orders.`;
  return data({ reply: submission.reply({ fieldErrors: { copies: [message] } }) }, { status: 400 });
});

export default function StaffBook() {
  return <BookView {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />;
}
