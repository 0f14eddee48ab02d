import { staffLoader } from "~/accounts/staff-route.server";
import { contentDisposition } from "~/platform/http/content-disposition";
import { readSimulation } from "~/promotions/desk/simulator/simulator.server";

/** The document of a simulation, for `npm run price`. */
export const loader = staffLoader("promotions.read", async ({ request }) => {
  const { document } = await readSimulation(request);
  if (!document) throw new Response("This simulation is not complete. Go back and fix its form.", { status: 400 });
  return new Response(JSON.stringify(document, null, 2), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": contentDisposition("attachment", "simulation.json"),
    },
  });
});
