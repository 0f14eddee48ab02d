import Stripe from "stripe";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { isPostgresql } from "~/platform/db/client.server";
import { type Cast, createCast } from "../../tools/attack/cast";
import { attack, summary } from "../../tools/attack/run";
import { testEnvironment } from "../support/shop/environment";
import { type RunningShop, startShop } from "../support/shop/running-shop";
import { type Weakness, weaken } from "../support/shop/weakened-shop";

const webhookSecret = testEnvironment.STRIPE_WEBHOOK_SECRETS;
const onPostgresql = isPostgresql(process.env.DATABASE_URL ?? "");
const quietly = () => undefined;
let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop({
    databaseUrl: process.env.DATABASE_URL ?? "",
    mail: process.env.MAIL ?? "",
    sweepSeconds: 0,
  });
});
afterAll(() => shop.close());

const weaknesses: { weakness: string; only: string; caught: RegExp; how: (cast: Cast) => Weakness }[] = [
  {
    weakness: "takes forms from any site",
    only: "elsewhere",
    caught: /POST \/cart from another site/,
    how: () => ({ ask: ({ headers }) => ({ headers: { ...headers, origin: shop.url } }) }),
  },
  {
    weakness: "opens an order for any customer",
    only: "read: another customer",
    caught: /GET \/account\/orders\/\S+ by another customer.* shows the owner's/,
    how: ({ owner, attacker }) => ({
      ask: ({ headers, path }) =>
        path.startsWith(`/account/orders/${owner.order}`) && headers.cookie === attacker.cookie
          ? { headers: { ...headers, cookie: owner.cookie } }
          : {},
    }),
  },
  {
    weakness: "takes a visitor for staff on one page",
    only: "disguise",
    caught: /GET \/STAFF\/SETTINGS/,
    how: ({ staffCookie }) => ({
      ask: ({ headers, path }) => (path === "/STAFF/SETTINGS" ? { headers: { ...headers, cookie: staffCookie } } : {}),
    }),
  },
  {
    weakness: "believes any signature of a webhook",
    only: "webhook",
    caught: /a webhook with a signature by another secret/,
    how: () => ({
      ask: ({ headers, body, path }) => {
        if (path !== "/stripe/webhook") return {};
        const event = { payload: body.toString(), secret: webhookSecret };
        return { headers: { ...headers, "stripe-signature": Stripe.webhooks.generateTestHeaderString(event) } };
      },
    }),
  },
  {
    weakness: "follows any target after signing in",
    only: "redirects",
    caught: /leads to "\/\/evil.example"/,
    how: () => ({
      answer: ({ status, headers }, { path }) => {
        const to = new URL(path, shop.url).searchParams.get("to");
        return status === 303 && to ? { headers: { ...headers, location: encodeURI(to) } } : {};
      },
    }),
  },
  {
    weakness: "runs forms by other methods",
    only: "methods",
    caught: /PUT \/cart/,
    how: () => ({ ask: ({ method }) => ({ method: method === "PUT" ? "POST" : method }) }),
  },
  {
    weakness: "never tires of guesses",
    only: "guesses",
    caught: /guessing sign-in links.* no 429/,
    how: () => ({ answer: ({ status }) => ({ status: status === 429 ? 400 : status }) }),
  },
];

// Guesses close doors for this machine's address, so they come last.
test("SECURITY 70: the shop lets nobody in", async () => {
  // What depends on the database is tried on both.
  const groups = onPostgresql ? ["read: another", "extra", "fields"] : [""];
  const target = { url: shop.url, webhookSecret, cast: await createCast() };
  for (const only of groups) {
    const rows = await attack(target, only, quietly);
    expect(rows.flatMap(({ letIn }) => letIn)).toEqual([]);
    expect(summary(rows, only).isGood).toBe(true);
    if (only === "") expect(summary(rows.slice(0, 1)).isGood).toBe(false);
  }
});

// Whether the attacker notices doesn't depend on the database.
test.each(onPostgresql ? [] : weaknesses)(
  "SECURITY 70: a shop that $weakness is caught",
  async ({ only, caught, how }) => {
    // Some of these sign the people out.
    const cast = await createCast();
    const weak = await weaken(shop.url, how(cast));
    onTestFinished(async () => void (await weak.close()));
    const rows = await attack({ url: weak.url, webhookSecret, cast }, only, quietly);
    expect(rows.flatMap(({ letIn }) => letIn)).toEqual(expect.arrayContaining([expect.stringMatching(caught)]));
  },
);
