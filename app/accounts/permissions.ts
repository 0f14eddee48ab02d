/** What staff may do. Each staff route names the permission it needs (`staff-route.server.ts`). */
export const permissions = [
  "desk.open",
  "orders.read",
  "orders.correct",
  "orders.resolve",
  "payments.find",
  "refunds.read",
  "refunds.make",
  "refunds.decide",
  "disputes.read",
  "disputes.answer",
  "mail.read",
  "mail.resend",
  "promotions.read",
  "promotions.save",
  "codes.read",
  "codes.make",
  "stock.read",
  "stock.save",
  "shipping.read",
  "shipping.send",
  "shipping.save",
  "ledger.read",
  "ledger.check",
  "settings.read",
  "settings.save",
  "audit.read",
  "privacy.manage",
] as const;
export type Permission = (typeof permissions)[number];

const everything: ReadonlySet<Permission> = new Set(permissions);

/** What a signed-in staff member may do. There are no roles yet, so everyone may do everything. */
export function permissionsOf(_staff: { email: string }): ReadonlySet<Permission> {
  return everything;
}
