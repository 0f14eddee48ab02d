import { staffLoader } from "~/accounts/staff-route.server";
import { PromotionId } from "~/core/ids";
import { csvResponse } from "~/platform/http/csv-response.server";
import { downloadCodes } from "~/promotions/desk/codes/codes.server";

export const loader = staffLoader("codes.read", async ({ params: { promotion = "" }, actor }) => {
  const { rows, fileName } = await downloadCodes(PromotionId.parse(promotion), actor);
  return csvResponse(rows, ["Code", "State", "Made"], fileName);
});
