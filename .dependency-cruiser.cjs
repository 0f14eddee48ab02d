// Which room may import which: docs/decisions/0001-the-house.md. Every business room may import the ground floor.
const groundFloor = ["core", "platform", "ui", "shop", "audit"];
const rooms = {
  accounts: [],
  stock: [],
  catalog: [],
  promotions: ["catalog", "stock"],
  shipping: [],
  cart: ["catalog", "promotions", "shipping"],
  orders: ["catalog", "promotions", "cart", "shipping"],
  ledger: [],
  learning: ["catalog", "orders"],
  certificates: ["catalog", "learning"],
  refunds: ["catalog", "promotions", "stock", "orders", "ledger"],
  mail: ["accounts", "catalog", "shipping", "orders", "learning", "certificates"],
  disputes: ["catalog", "promotions", "shipping", "orders", "refunds", "mail"],
  checkout: [
    "accounts",
    "stock",
    "catalog",
    "promotions",
    "shipping",
    "cart",
    "orders",
    "ledger",
    "learning",
    "refunds",
    "disputes",
    "mail",
  ],
  listings: ["catalog", "promotions"],
  guidance: ["catalog", "listings"],
  customers: ["accounts", "orders", "learning"],
  privacy: ["accounts", "mail"],
};
const allowed = {
  // The shop's addresses: every room writes links, so every room may import this.
  addresses: [],
  core: [],
  platform: ["core"],
  ui: ["core"],
  audit: ["core", "platform", "ui"],
  shop: ["core", "platform", "ui"],
  ...Object.fromEntries(Object.entries(rooms).map(([room, below]) => [room, [...groundFloor, ...below]])),
};

const lookingElsewhere = Object.entries(allowed).flatMap(([room, others]) => [
  {
    name: `${room}-looks-only-into-${["itself", ...others].join("-")}`,
    severity: "error",
    from: { path: `^app/${room}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: "^app/", pathNot: `^app/(${["addresses", room, ...others].join("|")})/` },
  },
]);

// The floors inside a room, lowest first: a floor imports only from itself and the floors below.
const floorsOf = {
  promotions: ["units", "kinds", "pricing", "codes", "store", "desk"],
  checkout: ["form", "tax", "settle", "order", "page", "events"],
  ledger: ["entries", "post", "check", "reconcile", "desk"],
  refunds: ["facts", "process", "request", "issue", "resolve", "(buyer|desk)"],
  learning: ["enrollment", "participant", "reading", "post-test", "overview"],
  mail: ["render", "letters", "reminders", "readers", "deliver", "resend", "(preview|desk)"],
};
const climbing = Object.entries(floorsOf).flatMap(([room, floors]) =>
  floors.slice(0, -1).map((floor, index) => ({
    name: `${room}-${floor}-imports-no-floor-above`,
    severity: "error",
    from: { path: `^app/${room}/${floor}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: `^app/${room}/(${floors.slice(index + 1).join("|")})/` },
  })),
);

// No kind of promotion knows another.
const fieldsOfKinds = "^app/promotions/(kinds|units)/.*fields\\.tsx$";
const kindsOfPromotions = [
  {
    name: "a-kind-of-promotion-knows-no-other",
    severity: "error",
    from: { path: "^app/promotions/kinds/([^/]+)/" },
    to: { path: "^app/promotions/", pathNot: "^app/promotions/(units|kinds/$1)/" },
  },
  {
    name: "only-the-desk-shows-the-fields-of-a-kind",
    severity: "error",
    from: { path: "^app/", pathNot: `${fieldsOfKinds}|^app/promotions/desk/` },
    to: { path: fieldsOfKinds },
  },
];

module.exports = {
  forbidden: [
    ...lookingElsewhere,
    ...climbing,
    ...kindsOfPromotions,
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "only-routes-and-desks-look-into-a-desk",
      severity: "error",
      from: { path: "^app/", pathNot: `^app/routes/|^app/desk/|^app/[^/]+/desk/|\\.test\\.tsx?$|${fieldsOfKinds}` },
      to: { path: "^app/(desk|[^/]+/desk)/" },
    },
    {
      name: "nobody-imports-routes",
      severity: "error",
      from: { pathNot: "^app/routes/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "routes-are-wiring",
      comment: "no database, Stripe, mail or PDF in a route: call a room's *.server.ts",
      severity: "error",
      from: { path: "^app/(routes/|root\\.tsx)" },
      to: {
        path: "^app/platform/(db/|pdf/|(stripe|mail|outbox)\\.server)|node_modules/(stripe|nodemailer|pdfkit|@prisma|pg|better-sqlite3)/",
      },
    },
    {
      name: "rules-are-pure",
      comment: "x.ts is data in, data out: no Node module, no clock, no effect",
      severity: "error",
      from: {
        path: "^app/(?!platform/|routes/|server\\.ts|routes\\.ts).+\\.tsx?$",
        pathNot: "\\.server\\.tsx?$|\\.test\\.tsx?$|^app/(server|routes|entry\\.[a-z]+|root)\\.tsx?$",
      },
      to: { path: "\\.server(\\.ts)?$|^app/platform/(?!http/load-context)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-know-no-node",
      severity: "error",
      from: {
        path: "^app/.+\\.ts$",
        pathNot: "\\.server\\.ts$|\\.test\\.ts$|^app/(platform/|server\\.ts|routes\\.ts|routes/)",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "the-shop-never-needs-its-tools",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(tools|tests|prisma/worlds)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/platform/prisma/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
