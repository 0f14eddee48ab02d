import { staffLoader } from "~/accounts/staff-route.server";
import { exportForStaff } from "~/privacy/desk/privacy.server";

export const loader = staffLoader("privacy.manage", ({ request, actor }) =>
  exportForStaff(new URL(request.url).searchParams.get("email") ?? "", actor),
);
