/** What the shop keeps about people, and how long (SECURITY 60). The daily job deletes by it (`sweep.server.ts`), the notice at
 *  /privacy shows it, and so does docs/privacy.md. */
export const retention = [
  {
    id: "empty-carts",
    what: "Carts with nothing in them",
    why: "So a cart is still there when you come back",
    keep: { days: 1 },
    from: "the last change",
  },
  {
    id: "carts",
    what: "Carts and coupon codes entered",
    why: "So a cart is still there when you come back",
    keep: { days: 90 },
    from: "the last change",
  },
  {
    id: "unpaid-orders",
    what: "Name, e-mail, address, and learners of a checkout that wasn’t paid",
    why: "To complete a payment that arrives late; the figures stay, without a name",
    keep: { days: 30 },
    from: "its end",
  },
  {
    id: "staff-sessions",
    what: "Staff sessions",
    why: "To keep staff signed in",
    keep: { days: 1 },
    from: "sign-in",
  },
  {
    id: "customer-sessions",
    what: "Your sessions",
    why: "To keep you signed in; 30 days without use end them earlier",
    keep: { days: 90 },
    from: "sign-in",
  },
  { id: "sign-in-links", what: "Sign-in links", why: "To sign you in once", keep: { days: 1 }, from: "their end" },
  {
    id: "continue-links",
    what: "Links that continue a checkout",
    why: "To continue it once on another device",
    keep: { days: 1 },
    from: "their end",
  },
  {
    id: "stripe-events",
    what: "Stripe’s messages about payments (IDs only)",
    why: "So none is handled twice; Stripe can send one again for 30 days",
    keep: { days: 60 },
    from: "arrival",
  },
  {
    id: "letters",
    what: "The addressee and details of our e-mails",
    why: "To answer questions about what we sent, and to send it again",
    keep: { days: 400 },
    from: "sending",
  },
  {
    id: "answers",
    what: "Answers and score of each post-test attempt",
    why: "Approvers of continuing education require at least four years",
    keep: { years: 5 },
    from: "the attempt",
  },
  {
    id: "orders",
    what: "Name, e-mail, address, learners, and notes of a paid order",
    why: "Tax and accounting law; the figures stay, without a name",
    keep: { years: 7 },
    from: "payment",
  },
  {
    id: "audit",
    what: "Who changed what, from which network and browser",
    why: "To prove who did what; that something was done stays",
    keep: { years: 7 },
    from: "the change",
  },
  {
    id: "certificates",
    what: "Certificates and completion records: name, e-mail, course, date, credits",
    why: "So certificates can be verified, and nobody gets credit twice for the same activity",
    keep: "for good",
  },
  {
    id: "attempts",
    what: "A code made from your network or e-mail address",
    why: "To limit attempts, e-mails, and abandoned checkouts; it can’t be turned back",
    keep: "a day at most",
  },
  {
    id: "limits",
    what: "How many units of a limited sale an e-mail address has taken",
    why: "So a limit per customer counts",
    keep: "until you erase your data",
  },
  {
    id: "accounts",
    what: "Your account: e-mail address",
    why: "So you can sign in",
    keep: "until you erase your data",
  },
] as const satisfies Retention[];

type Retention = { id: string; what: string; why: string } & (
  | { keep: { days: number } | { years: number }; from: string }
  | { keep: string }
);
type Row = (typeof retention)[number];

/** What the job deletes; the compiler wants a statement for each. */
export type SweptId = Extract<Row, { from: string }>["id"];
export const sweptIds: SweptId[] = retention.flatMap((row) => ("from" in row ? [row.id] : []));

/** "90 days after the last change". */
export function keepText(row: Row): string {
  if (!("from" in row)) return row.keep;
  const [count, unit] = "days" in row.keep ? [row.keep.days, "day"] : [row.keep.years, "year"];
  return `${count} ${unit}${count === 1 ? "" : "s"} after ${row.from}`;
}

/** What is older than this goes. */
export function cutoffOf(id: SweptId, at: Date): Date {
  const row = retention.find((candidate) => candidate.id === id);
  if (!row || !("from" in row)) throw new RangeError(`${id} is not swept`);
  const cutoff = new Date(at);
  if ("days" in row.keep) cutoff.setUTCDate(cutoff.getUTCDate() - row.keep.days);
  else cutoff.setUTCFullYear(cutoff.getUTCFullYear() - row.keep.years);
  return cutoff;
}

/** The table as docs/privacy.md has it. */
export function retentionMarkdown(): string {
  const rows = retention.map((row) => `| ${row.what} | ${row.why} | ${keepText(row)} |`);
  return ["| what | why | how long |", "|---|---|---|", ...rows].join("\n");
}
