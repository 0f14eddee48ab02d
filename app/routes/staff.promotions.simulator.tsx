import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/accounts/sessions.server";
import { readSimulation } from "~/promotions/desk/simulator/simulator.server";
import { PromotionSimulatorView } from "~/promotions/desk/simulator/view";

export const meta: MetaFunction = () => [{ title: "Simulator · Staff" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { document, ...simulation } = await readSimulation(request);
  return simulation;
}

export default function StaffSimulator() {
  return <PromotionSimulatorView simulation={useLoaderData<typeof loader>()} />;
}
