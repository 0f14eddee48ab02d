import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffLoader } from "~/accounts/staff-route.server";
import { readDisputes } from "~/staff/disputes.server";
import { DisputesView } from "~/staff/disputes-view";

export const meta: MetaFunction = () => [{ title: "Disputes · Staff" }, { name: "robots", content: "noindex" }];

export const loader = staffLoader("disputes.read", async () => {
  return { page: await readDisputes() };
});

export default function StaffDisputes() {
  return <DisputesView {...useLoaderData<typeof loader>()} />;
}
