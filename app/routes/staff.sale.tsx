import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readHistory } from "~/staff/audit-log.server";
import { editSale } from "~/staff/edit-sale.server";
import { SaleView } from "~/staff/sale-view";
import { readSalePage } from "~/staff/sales.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.sale.name ?? "Sale"} · Staff` },
  { name: "robots", content: "noindex" },
];

const results = new Map([
  ["saved", "Saved. The shop shows it now."],
  ["unchanged", "Nothing was different, so nothing was changed."],
]);

export async function loader({ request, params: { promotion = "" } }: LoaderFunctionArgs) {
  await requireStaff(request);
  const [page, history] = await Promise.all([readSalePage(promotion), readHistory(`promotion:${promotion}`)]);
  return { page, history, done: results.get(new URL(request.url).searchParams.get("done") ?? "") };
}

export async function action({ request, params: { promotion = "" } }: ActionFunctionArgs) {
  const { email: actor } = await requireStaff(request);
  const { sale, timeZone } = await readSalePage(promotion);
  const edited = await editSale(await request.formData(), { sale, timeZone, actor });
  if (!edited.ok) return data(edited.problem.answer, { status: edited.problem.status });
  return redirect(`/staff/sales/${sale.id}?done=${edited.value.length > 0 ? "saved" : "unchanged"}`, 303);
}

export default function StaffSale() {
  const { page, history, done } = useLoaderData<typeof loader>();
  return <SaleView data={page} history={history} answer={useActionData<typeof action>()} done={done} />;
}
