import { expect, test } from "vitest";
import { readEnvironment } from "./env.server";

const demo = {
  SHOP_MODE: "demo",
  SHOP_URL: "http://localhost:3000",
  DATABASE_URL: "file:./data/shop.sqlite",
  SECRETS: "0123456789abcdef0123456789abcdef",
  STRIPE_SECRET_KEY: "sk_test_stand_in",
  STRIPE_WEBHOOK_SECRETS: "whsec_one,whsec_two",
  STRIPE_API: "http://127.0.0.1:4242",
  MAIL: "file:./data/mail",
};
const live = {
  ...demo,
  SHOP_MODE: "live",
  SHOP_URL: "https://shop.example",
  STRIPE_SECRET_KEY: "sk_live_key",
  STRIPE_API: undefined,
  MAIL: "smtps://mail.example",
};

test("both a demo and a live environment are read", () => {
  expect(readEnvironment(demo)).toMatchObject({ PORT: 3000, STRIPE_WEBHOOK_SECRETS: ["whsec_one", "whsec_two"] });
  expect(readEnvironment(live)).toMatchObject({ SHOP_MODE: "live", SHOP_URL: "https://shop.example" });
});

test("every missing variable is named at once", () => {
  expect(() => readEnvironment({})).toThrow(/SHOP_MODE is not set[\s\S]*DATABASE_URL is not set[\s\S]*MAIL is not set/);
});

test.each([
  { story: "a test key", change: { STRIPE_SECRET_KEY: "sk_test_key" }, message: /STRIPE_SECRET_KEY: SHOP_MODE=live/ },
  { story: "another host", change: { STRIPE_API: "http://127.0.0.1:4242" }, message: /STRIPE_API: must not be set/ },
  { story: "plain http", change: { SHOP_URL: "http://localhost" }, message: /SHOP_URL: SHOP_MODE=live needs https/ },
  { story: "no webhook secret", change: { STRIPE_WEBHOOK_SECRETS: undefined }, message: /WEBHOOK_SECRETS is not set/ },
  { story: "mail into a folder", change: { MAIL: "file:./mail" }, message: /MAIL: SHOP_MODE=live needs an SMTP/ },
])("PAYMENTS 6: a live shop refuses to start with $story", ({ change, message }) => {
  expect(() => readEnvironment({ ...live, ...change })).toThrow(message);
});

test.each([
  { story: "a live key", change: { STRIPE_SECRET_KEY: "sk_live_key" }, message: /a live key needs SHOP_MODE=live/ },
  { story: "a short secret", change: { SECRETS: "short" }, message: /SECRETS: each secret has at least 32/ },
  { story: "http beyond this machine", change: { SHOP_URL: "http://shop.example" }, message: /must be https/ },
  { story: "another database", change: { DATABASE_URL: "mysql://x" }, message: /begins with file: or postgresql/ },
])("a demo shop refuses to start with $story", ({ change, message }) => {
  expect(() => readEnvironment({ ...demo, ...change })).toThrow(message);
});
