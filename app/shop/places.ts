import { href } from "~/addresses/href";

/** The shop's pages as named in its header and footer. */
export const mainPlaces = [
  { to: href("catalog"), label: "Catalog" },
  { to: href("listings"), label: "Listings" },
  { to: href("structuredEducation"), label: "Structured education" },
  { to: href("cqr"), label: "CQR" },
  { to: href("faq"), label: "FAQ" },
];

export const footerPlaces = [
  {
    title: "Courses",
    places: [
      { to: href("catalog"), label: "Catalog" },
      { to: href("catalog", { sort: "newest" }), label: "New courses" },
      { to: href("listings"), label: "Listings by discipline" },
    ],
  },
  {
    title: "Requirements",
    places: [
      { to: href("structuredEducation"), label: "Structured education" },
      { to: href("cqr"), label: "CQR" },
    ],
  },
  {
    title: "Help",
    places: [
      { to: href("faq"), label: "Questions and answers" },
      { to: href("terms"), label: "Terms and refunds" },
      { to: href("privacy"), label: "Privacy" },
      { to: href("verify"), label: "Verify a certificate" },
      { to: href("cart"), label: "Your cart" },
    ],
  },
];
