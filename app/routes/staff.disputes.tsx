import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readDisputes } from "~/disputes/desk/disputes.server";
import { DisputesView } from "~/disputes/desk/list-view";

export const meta: MetaFunction = () => [{ title: "Disputes · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  return { page: await readDisputes() };
}

export default function StaffDisputes() {
  return <DisputesView {...useLoaderData<typeof loader>()} />;
}
