import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the shop; a screen's file has the name of its address. */
export default [
  index("routes/home.tsx"),
  route("catalog", "routes/catalog.tsx"),
  route("courses/:slug", "routes/course.tsx"),
  route("covers/:slug", "routes/cover.svg.ts"),

  route("cart", "routes/cart.tsx"),
  route("checkout", "routes/checkout.tsx"),
  route("checkout/done", "routes/checkout.done.tsx"),
  route("stripe/webhook", "routes/stripe.webhook.ts"),
  route("orders/:order/:signature", "routes/order.tsx"),

  route("learning/:enrolment/:signature", "routes/learning.tsx"),
  route("learning/:enrolment/:signature/read", "routes/learning.read.tsx"),
  route("learning/:enrolment/:signature/test", "routes/learning.post-test.tsx"),
  route("learning/:enrolment/:signature/attempts/:number", "routes/learning.attempt.tsx"),
  route("learning/:enrolment/:signature/certificate", "routes/certificate.tsx"),
  route("learning/:enrolment/:signature/certificate.pdf", "routes/certificate.pdf.ts"),
  route("verify", "routes/verify.tsx"),
  route("verify/:code", "routes/verify.certificate.tsx"),

  route("listings", "routes/listings.tsx"),
  route("listings/:discipline", "routes/listing.tsx"),
  route("listings/:discipline/pdf", "routes/listing.pdf.ts"),
  route("structured-education", "routes/structured-education.tsx"),
  route("cqr", "routes/cqr.tsx"),
  route("faq", "routes/faq.tsx"),
  route("sitemap.xml", "routes/sitemap.xml.ts"),
  route("robots.txt", "routes/robots.txt.ts"),

  route("staff", "routes/staff.tsx", [
    index("routes/staff.home.tsx"),
    route("orders", "routes/staff.orders.tsx"),
    route("orders/:order", "routes/staff.order.tsx"),
    route("promotions", "routes/staff.promotions.tsx"),
    route("promotions/new", "routes/staff.promotions.new.tsx"),
    route("promotions/:promotion", "routes/staff.promotion.tsx"),
    route("promotions/:promotion/codes", "routes/staff.promotion.codes.tsx"),
    route("promotions/:promotion/report", "routes/staff.promotion.report.tsx"),
    route("promotions/:promotion/report.csv", "routes/staff.promotion.report.csv.ts"),
    route("promotions/:promotion/codes.csv", "routes/staff.promotion.codes.csv.ts"),
    route("books", "routes/staff.books.tsx"),
    route("books/:format", "routes/staff.book.tsx"),
    route("audit", "routes/staff.audit.tsx"),
  ]),
  route("staff/sign-in", "routes/staff.sign-in.tsx"),
  route("staff/sign-out", "routes/staff.sign-out.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
