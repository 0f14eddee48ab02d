/** The shop's pages as named in its header and footer. */
export const mainPlaces = [
  { to: "/catalog", label: "Catalog" },
  { to: "/listings", label: "Listings" },
  { to: "/structured-education", label: "Structured education" },
  { to: "/cqr", label: "CQR" },
  { to: "/faq", label: "FAQ" },
];

export const footerPlaces = [
  {
    title: "Courses",
    places: [
      { to: "/catalog", label: "Catalog" },
      { to: "/catalog?sort=newest", label: "New courses" },
      { to: "/listings", label: "Listings by discipline" },
    ],
  },
  {
    title: "Requirements",
    places: [
      { to: "/structured-education", label: "Structured education" },
      { to: "/cqr", label: "CQR" },
    ],
  },
  {
    title: "Help",
    places: [
      { to: "/faq", label: "Questions and answers" },
      { to: "/terms", label: "Terms and refunds" },
      { to: "/verify", label: "Verify a certificate" },
      { to: "/cart", label: "Your cart" },
    ],
  },
];
