import { staffLoader } from "~/accounts/staff-route.server";
import { readSimulation } from "~/promotions/desk/simulator/simulator.server";
import { PromotionSimulatorView } from "~/promotions/desk/simulator/view";
import { pageTitle } from "~/ui/page-meta";
import { useLoaderData } from "~/ui/route-data";

export const meta = pageTitle("Simulator");

export const loader = staffLoader("promotions.read", async ({ request }) => {
  const { document, ...simulation } = await readSimulation(request);
  return simulation;
});

export default function StaffSimulator() {
  return <PromotionSimulatorView simulation={useLoaderData<typeof loader>()} />;
}
