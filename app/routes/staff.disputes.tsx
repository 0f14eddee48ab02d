import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readDisputes } from "~/disputes/desk/disputes.server";
import { DisputesView } from "~/disputes/desk/list-view";

export const meta: MetaFunction = () => [{ title: "Disputes · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("disputes.read", async () => {
  return { page: await readDisputes() };
});

export default function StaffDisputes() {
  return <DisputesView {...useLoaderData<typeof loader>()} />;
}
