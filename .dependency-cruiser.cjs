// Which room may look into which: docs/decisions/0001-the-house.md.
const rooms = {
  // Which addresses the shop has: everybody writes links, so everybody may look here.
  addresses: [],
  core: [],
  platform: ["core"],
  ui: ["core"],
  shop: ["core", "platform", "ui"],
  stock: ["core", "platform", "accounts"],
  catalog: ["core", "platform", "ui", "shop"],
  promotions: ["core", "platform", "ui", "shop", "catalog", "stock", "accounts"],
  shipping: ["core", "platform", "ui", "shop", "accounts"],
  cart: ["core", "platform", "ui", "shop", "catalog", "stock", "promotions", "shipping"],
  orders: ["core", "platform", "ui", "shop", "catalog", "promotions", "cart", "shipping"],
  ledger: ["core", "platform", "shop", "accounts"],
  // Asking money back, and what follows: access, copies, the ledger.
  refunds: [
    "core",
    "platform",
    "ui",
    "shop",
    "catalog",
    "promotions",
    "stock",
    "orders",
    "learning",
    "ledger",
    "accounts",
  ],
  disputes: [
    "core",
    "platform",
    "ui",
    "shop",
    "catalog",
    "promotions",
    "shipping",
    "orders",
    "learning",
    "certificates",
    "refunds",
    "ledger",
    "mail",
    "accounts",
  ],
  // Letters: what people are told by e-mail.
  mail: [
    "core",
    "platform",
    "ui",
    "shop",
    "catalog",
    "orders",
    "learning",
    "certificates",
    "refunds",
    "shipping",
    "accounts",
  ],
  learning: ["core", "platform", "ui", "shop", "catalog", "orders", "accounts", "certificates"],
  certificates: ["core", "platform", "ui", "shop", "catalog", "learning", "accounts"],
  checkout: [
    "core",
    "platform",
    "ui",
    "shop",
    "catalog",
    "stock",
    "promotions",
    "cart",
    "shipping",
    "orders",
    "learning",
    "ledger",
    "refunds",
    "disputes",
    "mail",
    "accounts",
  ],
  listings: ["core", "platform", "ui", "shop", "catalog", "promotions"],
  guidance: ["core", "platform", "ui", "shop", "catalog", "listings"],
  accounts: ["core", "platform", "ui", "shop"],
  // What a signed-in customer has here: courses, certificates, orders.
  customers: ["core", "platform", "ui", "shop", "catalog", "orders", "learning", "certificates", "accounts"],
  staff: null,
};

const lookingElsewhere = Object.entries(rooms).flatMap(([room, allowed]) =>
  allowed === null
    ? []
    : [
        {
          name: `${room}-looks-only-into-${["itself", ...allowed].join("-")}`,
          severity: "error",
          from: { path: `^app/${room}/`, pathNot: "\\.test\\.tsx?$" },
          to: { path: "^app/", pathNot: `^app/(${["addresses", room, ...allowed].join("|")})/` },
        },
      ],
);

module.exports = {
  forbidden: [
    ...lookingElsewhere,
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
        path: "^app/platform/(db|stripe|mail|outbox|pdf|migrate)\\.server|node_modules/(stripe|nodemailer|pdfkit|@prisma|pg|better-sqlite3)/",
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
