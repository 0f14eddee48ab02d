import { index, type RouteConfig, type RouteConfigEntry, route } from "@remix-run/route-config";
import { type AddressName, addresses } from "./addresses/addresses";
import { accountTwins, type MailedName } from "./addresses/mailed";

const at = (name: AddressName, file: string, screens?: RouteConfigEntry[]) =>
  route(addresses[name], `routes/${file}`, screens);

/** A page that a mailed link opens, and its owner without one from the account. */
const mailed = (name: MailedName, file: string) => [
  at(name, file),
  route(addresses[accountTwins[name]], `routes/${file}`, { id: accountTwins[name] }),
];

/** A page nested in another's layout: Remix wants only the rest of its path. */
const below = (frame: AddressName, name: AddressName, file: string) =>
  route(addresses[name].slice(addresses[frame].length + 1), `routes/${file}`);

/** Which file serves which address; a screen's file is named for its address, in a folder for each audience. */
export default [
  index("routes/home.tsx"),
  at("catalog", "catalog.tsx"),
  at("course", "course.tsx"),
  at("cover", "cover.svg.ts"),

  at("cart", "cart.tsx"),
  at("checkout", "checkout.tsx"),
  at("checkoutDone", "checkout.done.tsx"),
  at("checkoutContinue", "checkout.continue.tsx"),
  at("checkoutContinueLink", "checkout.continue.link.tsx"),
  at("stripeWebhook", "stripe.webhook.ts"),
  ...mailed("order", "order.tsx"),
  ...mailed("orderReceipt", "order.receipt.pdf.ts"),
  ...mailed("orderRefund", "order.refund.tsx"),

  at("account", "account/layout.tsx", [
    index("routes/account/courses.tsx"),
    below("account", "accountOrders", "account/orders.tsx"),
  ]),
  at("accountSignIn", "account/sign-in.tsx"),
  at("accountSignInLink", "account/sign-in.link.tsx"),
  at("accountSignOut", "account/sign-out.ts"),

  ...mailed("learning", "learning/course.tsx"),
  ...mailed("learningRead", "learning/read.tsx"),
  ...mailed("learningTest", "learning/post-test.tsx"),
  ...mailed("learningAttempt", "learning/attempt.tsx"),
  ...mailed("learningCertificate", "learning/certificate.tsx"),
  ...mailed("learningCertificatePdf", "learning/certificate.pdf.ts"),
  ...mailed("learningReminders", "learning/reminders.tsx"),
  ...mailed("learningConfirm", "learning/confirm.tsx"),
  at("verify", "verify.tsx"),
  at("verifyCertificate", "verify.certificate.tsx"),

  at("listings", "listings.tsx"),
  at("listing", "listing.tsx"),
  at("listingPdf", "listing.pdf.ts"),
  at("structuredEducation", "structured-education.tsx"),
  at("cqr", "cqr.tsx"),
  at("faq", "faq.tsx"),
  at("terms", "terms.tsx"),
  at("devMail", "dev/mail.tsx"),
  at("devLetter", "dev/mail.letter.tsx"),
  at("devLetterHtml", "dev/mail.letter.html.ts"),
  at("sitemap", "sitemap.xml.ts"),
  at("robots", "robots.txt.ts"),

  at("staff", "staff/layout.tsx", [
    index("routes/staff/home.tsx"),
    below("staff", "staffOrders", "staff/orders/list.tsx"),
    below("staff", "staffOrder", "staff/orders/order.tsx"),
    below("staff", "staffOrderRefund", "staff/orders/refund.tsx"),
    below("staff", "staffOrderResolve", "staff/orders/resolve.tsx"),
    below("staff", "staffOrderEvidence", "staff/orders/evidence.pdf.ts"),
    below("staff", "staffRefundRequests", "staff/refund-requests.tsx"),
    below("staff", "staffRefundRequest", "staff/refund-request.tsx"),
    below("staff", "staffDisputes", "staff/disputes.tsx"),
    below("staff", "staffDispute", "staff/dispute.tsx"),
    below("staff", "staffOrderShip", "staff/orders/ship.tsx"),
    below("staff", "staffOrderPackingSlip", "staff/orders/packing-slip.pdf.ts"),
    below("staff", "staffOrderLabel", "staff/orders/label.pdf.ts"),
    below("staff", "staffFindPayment", "staff/find-payment.tsx"),
    below("staff", "staffFailedMessages", "staff/failed-messages.tsx"),
    below("staff", "staffPromotions", "staff/promotions/list.tsx"),
    below("staff", "staffNewPromotion", "staff/promotions/new.tsx"),
    below("staff", "staffCalendar", "staff/promotions/calendar.tsx"),
    below("staff", "staffSimulator", "staff/promotions/simulator.tsx"),
    below("staff", "staffSimulatorJson", "staff/promotions/simulator.json.ts"),
    below("staff", "staffPromotion", "staff/promotions/promotion.tsx"),
    below("staff", "staffPromotionPreview", "staff/promotions/preview.tsx"),
    below("staff", "staffPromotionCodes", "staff/promotions/codes.tsx"),
    below("staff", "staffPromotionReport", "staff/promotions/report.tsx"),
    below("staff", "staffPromotionReportCsv", "staff/promotions/report.csv.ts"),
    below("staff", "staffPromotionCodesCsv", "staff/promotions/codes.csv.ts"),
    below("staff", "staffBooks", "staff/books.tsx"),
    below("staff", "staffBook", "staff/book.tsx"),
    below("staff", "staffLedger", "staff/ledger/days.tsx"),
    below("staff", "staffLedgerDaysCsv", "staff/ledger/days.csv.ts"),
    below("staff", "staffLedgerMovementsCsv", "staff/ledger/movements.csv.ts"),
    below("staff", "staffLedgerDay", "staff/ledger/day.tsx"),
    below("staff", "staffShipping", "staff/shipping/overview.tsx"),
    below("staff", "staffParcels", "staff/shipping/parcels.tsx"),
    below("staff", "staffLabels", "staff/shipping/labels.pdf.ts"),
    below("staff", "staffPackingSlips", "staff/shipping/packing-slips.pdf.ts"),
    below("staff", "staffNewShippingZone", "staff/shipping/zones.new.tsx"),
    below("staff", "staffShippingZone", "staff/shipping/zone.tsx"),
    below("staff", "staffSettings", "staff/settings.tsx"),
    below("staff", "staffAudit", "staff/audit.tsx"),
  ]),
  at("staffSignIn", "staff/sign-in.tsx"),
  at("staffSignOut", "staff/sign-out.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
