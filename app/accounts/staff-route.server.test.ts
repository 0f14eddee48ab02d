import { expect, test } from "vitest";
import { addresses } from "~/addresses/addresses";
import { db } from "~/platform/db/client.server";
import routes from "~/routes";
import { type Permission, permissions } from "./permissions";
import { requirePermission, staffAction, staffLoader } from "./staff-route.server";

type Entry = { path?: string; file: string; children?: Entry[] };
type Guarded = { permission?: Permission };
type StaffModule = { loader?: Guarded; action?: Guarded };

const modules = import.meta.glob<StaffModule>("../routes/staff/**/*");
const filesBelow = ({ file, children = [] }: Entry): string[] => [file, ...children.flatMap(filesBelow)];
const open: string[] = [addresses.staffSignIn, addresses.staffSignOut];
const guardedFiles = (routes as Entry[])
  .filter(({ path = "" }) => /^staff(\/|$)/.test(path) && !open.includes(path))
  .flatMap(filesBelow);

/** The permission each route needs, for its loader and its action. */
const needed: Record<string, [Permission, Permission?]> = {
  "staff/layout.tsx": ["desk.open"],
  "staff/home.tsx": ["desk.open"],
  "staff/orders/list.tsx": ["orders.read"],
  "staff/orders/order.tsx": ["orders.read", "orders.correct"],
  "staff/orders/refund.tsx": ["refunds.read", "refunds.make"],
  "staff/orders/resolve.tsx": ["orders.read", "orders.resolve"],
  "staff/orders/evidence.pdf.ts": ["disputes.read"],
  "staff/orders/ship.tsx": ["shipping.read", "shipping.send"],
  "staff/orders/packing-slip.pdf.ts": ["shipping.read"],
  "staff/orders/label.pdf.ts": ["shipping.read"],
  "staff/refund-requests.tsx": ["refunds.read"],
  "staff/refund-request.tsx": ["refunds.read", "refunds.decide"],
  "staff/disputes.tsx": ["disputes.read"],
  "staff/dispute.tsx": ["disputes.read", "disputes.answer"],
  "staff/find-payment.tsx": ["payments.find"],
  "staff/failed-messages.tsx": ["mail.read", "mail.resend"],
  "staff/promotions/list.tsx": ["promotions.read"],
  "staff/promotions/new.tsx": ["promotions.read", "promotions.save"],
  "staff/privacy.data.json.ts": ["privacy.manage"],
  "staff/privacy.tsx": ["privacy.manage", "privacy.manage"],
  "staff/promotions/calendar.tsx": ["promotions.read"],
  "staff/promotions/simulator.tsx": ["promotions.read"],
  "staff/promotions/simulator.json.ts": ["promotions.read"],
  "staff/promotions/promotion.tsx": ["promotions.read", "promotions.save"],
  "staff/promotions/preview.tsx": ["promotions.read"],
  "staff/promotions/codes.tsx": ["codes.read", "codes.make"],
  "staff/promotions/codes.csv.ts": ["codes.read"],
  "staff/promotions/report.tsx": ["promotions.read"],
  "staff/promotions/report.csv.ts": ["promotions.read"],
  "staff/books.tsx": ["stock.read"],
  "staff/book.tsx": ["stock.read", "stock.save"],
  "staff/ledger/days.tsx": ["ledger.read"],
  "staff/ledger/day.tsx": ["ledger.read", "ledger.check"],
  "staff/ledger/days.csv.ts": ["ledger.read"],
  "staff/ledger/movements.csv.ts": ["ledger.read"],
  "staff/shipping/overview.tsx": ["shipping.read", "shipping.save"],
  "staff/shipping/parcels.tsx": ["shipping.read"],
  "staff/shipping/labels.pdf.ts": ["shipping.read"],
  "staff/shipping/packing-slips.pdf.ts": ["shipping.read"],
  "staff/shipping/zone.tsx": ["shipping.read", "shipping.save"],
  "staff/shipping/zones.new.tsx": ["shipping.read", "shipping.save"],
  "staff/settings.tsx": ["settings.read", "settings.save"],
  "staff/audit.tsx": ["audit.read"],
};

test("SECURITY 8.2.1: every staff loader and action goes through the guard with the permission listed here", async () => {
  const found = await Promise.all(
    guardedFiles.map(async (file) => {
      const { loader, action } = (await modules[`../${file}`]?.()) ?? {};
      const asked = action ? [loader?.permission, action.permission] : [loader?.permission];
      return [file.replace("routes/", ""), asked] as const;
    }),
  );
  expect(Object.fromEntries(found)).toEqual(needed);
});

test("every permission is required by some route", () => {
  expect(new Set(Object.values(needed).flat())).toEqual(new Set(permissions));
});

test("SECURITY 16.3: a member without the permission gets a readable 403, and the attempt is audited", async () => {
  const who = { actor: "ines@example.com", subject: "page:/staff/orders/1/refund" };
  await requirePermission(new Set(["orders.read"]), "orders.read", who);
  const refused: Response = await requirePermission(new Set(["orders.read"]), "refunds.make", who).then(
    () => expect.unreachable(),
    (thrown: Response) => thrown,
  );
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("doesn't have permission")]);
  expect(await db().auditEntry.findMany({ where: { action: "staff.permission-refused" } })).toEqual([
    expect.objectContaining(who),
  ]);
});

test.each([
  { kind: "loader", guarded: staffLoader("orders.read", () => expect.unreachable()) },
  { kind: "action", guarded: staffAction("refunds.make", () => expect.unreachable()) },
])("a visitor is sent to sign-in before the $kind does anything", async ({ guarded }) => {
  const request = new Request("https://shop.example/staff/orders?q=a");
  const context = { nonce: "", requestId: "", clientAddress: "192.0.2.1" };
  const refused: Response = await guarded({ request, params: {}, context }).catch((thrown: Response) => thrown);
  expect([refused.status, refused.headers.get("Location")]).toEqual([
    303,
    "/staff/sign-in?to=%2Fstaff%2Forders%3Fq%3Da",
  ]);
});
