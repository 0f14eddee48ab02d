import { expect, test } from "vitest";
import { addresses } from "~/addresses/addresses";
import routes from "~/routes";
import { type Permission, permissions } from "./permissions";
import { requirePermission, staffAction, staffLoader } from "./staff-route.server";

type Entry = { path?: string; file: string; children?: Entry[] };
type Guarded = { permission?: Permission };
type StaffModule = { loader?: Guarded; action?: Guarded };

const modules = import.meta.glob<StaffModule>("../routes/staff*");
const filesBelow = ({ file, children = [] }: Entry): string[] => [file, ...children.flatMap(filesBelow)];
const open: string[] = [addresses.staffSignIn, addresses.staffSignOut];
const guardedFiles = (routes as Entry[])
  .filter(({ path = "" }) => /^staff(\/|$)/.test(path) && !open.includes(path))
  .flatMap(filesBelow);

/** Who may do what, address by address: what reads, and what changes. */
const needed: Record<string, [Permission, Permission?]> = {
  "staff.tsx": ["desk.open"],
  "staff.home.tsx": ["desk.open"],
  "staff.orders.tsx": ["orders.read"],
  "staff.order.tsx": ["orders.read", "orders.correct"],
  "staff.order.refund.tsx": ["refunds.read", "refunds.make"],
  "staff.order.resolve.tsx": ["orders.read", "orders.resolve"],
  "staff.order.evidence.pdf.ts": ["disputes.read"],
  "staff.order.ship.tsx": ["shipping.read", "shipping.send"],
  "staff.order.packing-slip.pdf.ts": ["shipping.read"],
  "staff.order.label.pdf.ts": ["shipping.read"],
  "staff.refund-requests.tsx": ["refunds.read"],
  "staff.refund-request.tsx": ["refunds.read", "refunds.decide"],
  "staff.disputes.tsx": ["disputes.read"],
  "staff.dispute.tsx": ["disputes.read", "disputes.answer"],
  "staff.find-payment.tsx": ["payments.find"],
  "staff.dead-letters.tsx": ["mail.read", "mail.resend"],
  "staff.promotions.tsx": ["promotions.read"],
  "staff.promotions.new.tsx": ["promotions.read", "promotions.save"],
  "staff.promotions.calendar.tsx": ["promotions.read"],
  "staff.promotions.simulator.tsx": ["promotions.read"],
  "staff.promotions.simulator.json.ts": ["promotions.read"],
  "staff.promotion.tsx": ["promotions.read", "promotions.save"],
  "staff.promotion.preview.tsx": ["promotions.read"],
  "staff.promotion.codes.tsx": ["codes.read", "codes.make"],
  "staff.promotion.codes.csv.ts": ["codes.read"],
  "staff.promotion.report.tsx": ["promotions.read"],
  "staff.promotion.report.csv.ts": ["promotions.read"],
  "staff.books.tsx": ["stock.read"],
  "staff.book.tsx": ["stock.read", "stock.save"],
  "staff.ledger.tsx": ["ledger.read"],
  "staff.ledger.day.tsx": ["ledger.read", "ledger.check"],
  "staff.ledger.days.csv.ts": ["ledger.read"],
  "staff.ledger.movements.csv.ts": ["ledger.read"],
  "staff.shipping.tsx": ["shipping.read", "shipping.save"],
  "staff.shipping.parcels.tsx": ["shipping.read"],
  "staff.shipping.labels.pdf.ts": ["shipping.read"],
  "staff.shipping.packing-slips.pdf.ts": ["shipping.read"],
  "staff.shipping.zone.tsx": ["shipping.read", "shipping.save"],
  "staff.shipping.zones.new.tsx": ["shipping.read", "shipping.save"],
  "staff.settings.tsx": ["settings.read", "settings.save"],
  "staff.audit.tsx": ["audit.read"],
};

test("SECURITY 8.2.1: every staff address reads and changes only through the guard, with the permission stated here", async () => {
  const found = await Promise.all(
    guardedFiles.map(async (file) => {
      const { loader, action } = (await modules[`../${file}`]?.()) ?? {};
      const asked = action ? [loader?.permission, action.permission] : [loader?.permission];
      return [file.replace("routes/", ""), asked] as const;
    }),
  );
  expect(Object.fromEntries(found)).toEqual(needed);
});

test("no permission is named that no address needs", () => {
  expect(new Set(Object.values(needed).flat())).toEqual(new Set(permissions));
});

test("whoever lacks the permission gets a 403 in words", async () => {
  requirePermission(new Set(["orders.read"]), "orders.read");
  const refused = (() => {
    try {
      requirePermission(new Set(["orders.read"]), "refunds.make");
    } catch (thrown) {
      return thrown as Response;
    }
  })();
  expect([refused?.status, await refused?.text()]).toEqual([403, expect.stringContaining("doesn't have permission")]);
});

test.each([
  { kind: "loader", guarded: staffLoader("orders.read", () => expect.unreachable()) },
  { kind: "action", guarded: staffAction("refunds.make", () => expect.unreachable()) },
])("a visitor is led to the sign-in before the $kind does anything", async ({ guarded }) => {
  const request = new Request("https://shop.example/staff/orders?q=a");
  const context = { nonce: "", requestId: "", clientAddress: "192.0.2.1" };
  const refused: Response = await guarded({ request, params: {}, context }).catch((thrown: Response) => thrown);
  expect([refused.status, refused.headers.get("Location")]).toEqual([
    303,
    "/staff/sign-in?to=%2Fstaff%2Forders%3Fq%3Da",
  ]);
});
