import { createHash } from "node:crypto";
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
  SECRETS: "f1c94e7b03d68a52be70195d2c8a4f36,Vd8kQ2xuGz0rWm5pYb7tLc3nHs9jKe1a",
  STRIPE_SECRET_KEY: "sk_live_51NxQ8mZr4TkWv7Yb2",
  STRIPE_WEBHOOK_SECRETS: "whsec_q9Zt4LmXv7Rk2Wb8Nd5Hc3Jf6Gs1Py0u",
  STRIPE_API: undefined,
  MAIL: "smtps://mail.example",
  TRUSTED_PROXY: "10.0.0.5",
};

test("demo and live environments are both accepted", () => {
  expect(readEnvironment(demo)).toMatchObject({ PORT: 3000, STRIPE_WEBHOOK_SECRETS: ["whsec_one", "whsec_two"] });
  expect(readEnvironment(live)).toMatchObject({ SHOP_MODE: "live", SHOP_URL: "https://shop.example" });
});

test("all missing variables are listed together", () => {
  expect(() => readEnvironment({})).toThrow(/SHOP_MODE is not set[\s\S]*DATABASE_URL is not set[\s\S]*MAIL is not set/);
});

test("what is wrong in any mode is listed beside what is missing", () => {
  const environment = { SECRETS: "short", STRIPE_SECRET_KEY: "pk_live_1", TRUSTED_PROXY: "true" };
  expect(() => readEnvironment(environment)).toThrow(
    /SHOP_MODE is not set[\s\S]*SECRETS: each secret[\s\S]*KEY: is the publishable[\s\S]*PROXY: "true" would trust/,
  );
});

/** Each line about a variable, without its name. */
function problemsOf(environment: Record<string, string | undefined>, name: string): string[] {
  try {
    readEnvironment(environment);
    return [];
  } catch (error) {
    const lines = (error as Error).message.split("\n").filter((line) => line.startsWith(`  ${name}`));
    return lines.map((line) => line.slice(name.length + 2).replace(/^: /, ""));
  }
}

const proxyExample = "such as 10.0.0.5, 10.0.0.0/8, or loopback, separated by commas";
const writeProxy = `write the proxy's address or network, ${proxyExample}`;
const guessable = "a secret is an example or easy to guess; make one with: openssl rand -hex 32";
const cutOff = "is cut off; copy the whole signing secret from Stripe's dashboard";
const testKey = "SHOP_MODE=live needs a live key (sk_live_… or rk_live_…), and this is a test key";
const noTls = (option: string) => `${option} would send mail without TLS or to anyone's server; leave it out`;

test.each([
  ["TRUSTED_PROXY", undefined, `SHOP_MODE=live needs the address of the proxy in front of the shop, ${proxyExample}`],
  ["TRUSTED_PROXY", "", `names no proxy; ${writeProxy}`],
  ["TRUSTED_PROXY", "1", `"1" would count proxies, which visitors can imitate; ${writeProxy}`],
  ["TRUSTED_PROXY", "true", `"true" would trust every visitor; ${writeProxy}`],
  ["TRUSTED_PROXY", "*", `"*" would trust every visitor; ${writeProxy}`],
  ["TRUSTED_PROXY", "0.0.0.0/0", `"0.0.0.0/0" would trust too many visitors; ${writeProxy}`],
  ["TRUSTED_PROXY", "128.0.0.0/1", `"128.0.0.0/1" would trust too many visitors; ${writeProxy}`],
  ["TRUSTED_PROXY", "::/0", `"::/0" would trust too many visitors; ${writeProxy}`],
  ["TRUSTED_PROXY", "proxy.internal", `"proxy.internal" is a name, and names can change; ${writeProxy}`],
  ["TRUSTED_PROXY", "10.0.0.300", `"10.0.0.300" is not an IP address or network; ${writeProxy}`],
  ["TRUSTED_PROXY", "10.0.0.0/33", `"10.0.0.0/33" is not an IP address or network; ${writeProxy}`],
  ["TRUSTED_PROXY", "10.0.0.0/255.0.0.0", `"10.0.0.0/255.0.0.0" is not an IP address or network; ${writeProxy}`],
  ["TRUSTED_PROXY", "10.0.0.5, 1", `"1" would count proxies, which visitors can imitate; ${writeProxy}`],
  ["STRIPE_SECRET_KEY", "sk_test_51NxQ8mZr4TkWv7Yb2", testKey],
  ["STRIPE_SECRET_KEY", "rk_test_51NxQ8mZr4TkWv7Yb2", testKey],
  [
    "STRIPE_SECRET_KEY",
    "pk_live_51NxQ8mZr4TkWv7Yb2",
    "is the publishable key; write the secret key (sk_…) or a restricted key (rk_…)",
  ],
  ["STRIPE_SECRET_KEY", "sk_live_", "must begin with sk_test_, rk_test_, sk_live_, or rk_live_"],
  ["STRIPE_SECRET_KEY", "sk_live_key", "is cut off; copy the whole key from Stripe's dashboard"],
  ["SECRETS", "short", "each secret needs at least 32 characters"],
  ["SECRETS", "", "each secret needs at least 32 characters"],
  ["SECRETS", "test-secret-of-thirty-two-characters", guessable],
  ["SECRETS", "0123456789abcdef0123456789abcdef", guessable],
  ["SECRETS", "a".repeat(64), guessable],
  ["SECRETS", "abcabcabcabcabcabcabcabcabcabcabcabc", guessable],
  ["SECRETS", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab9c2", guessable],
  ["SECRETS", "qzabcdefghijklmnopqrstuvwxyz0123456789", guessable],
  ["SECRETS", "f1c94e7b03d68a52be70195d2c8a4f36,ChangeMeChangeMeChangeMe-ChangeMe", guessable],
  ["STRIPE_WEBHOOK_SECRETS", undefined, " is not set"],
  ["STRIPE_WEBHOOK_SECRETS", "", "must begin with whsec_"],
  ["STRIPE_WEBHOOK_SECRETS", "whsec_", cutOff],
  ["STRIPE_WEBHOOK_SECRETS", "whsec_q9Zt4LmX", cutOff],
  [
    "STRIPE_WEBHOOK_SECRETS",
    "whsec_test_secret_test_secret_test",
    "is easy to guess; copy the signing secret from Stripe's dashboard",
  ],
  ["STRIPE_API", "http://127.0.0.1:4242", "must not be set with SHOP_MODE=live"],
  ["MAIL", "file:./mail", "SHOP_MODE=live needs an SMTP server"],
  ["MAIL", "smtps://", "SHOP_MODE=live needs smtps://user:password@host, or smtp:// for STARTTLS"],
  ["MAIL", "smtp://mail.example?ignoreTLS=true", noTls("ignoreTLS=true")],
  ["MAIL", "smtp://mail.example?requireTLS=false", noTls("requireTLS=false")],
  ["MAIL", "smtp://mail.example?opportunisticTLS=true", noTls("opportunisticTLS=true")],
  ["MAIL", "smtps://mail.example?secure=false", noTls("secure=false")],
  ["MAIL", "smtps://mail.example?tls.rejectUnauthorized=false", noTls("tls.rejectUnauthorized=false")],
  ["MAIL", "smtps://mail.example?service=Mailhog", noTls("service=Mailhog")],
  ["NODE_TLS_REJECT_UNAUTHORIZED", "0", "0 would talk to anyone who claims to be Stripe; leave it out"],
])("PAYMENTS 6, SECURITY 52: a live shop refuses to start with %s=%s", (name, value, problem) => {
  expect(problemsOf({ ...live, [name]: value }, name)).toEqual([problem]);
});

test("PAYMENTS 6: a live shop refuses to start on plain http", () => {
  expect(problemsOf({ ...live, SHOP_URL: "http://localhost" }, "SHOP_URL")).toEqual(["SHOP_MODE=live needs https://"]);
});

test.each([
  ["TRUSTED_PROXY", "10.0.0.5, 192.168.0.0/16,fd00::/8, 2001:db8::7"],
  ["TRUSTED_PROXY", "loopback, linklocal,uniquelocal"],
  ["STRIPE_SECRET_KEY", "rk_live_51NxQ8mZr4TkWv7Yb2"],
  ["MAIL", "smtp://user:p%40ss@mail.example:587?requireTLS=true&socketTimeout=60000"],
])("SECURITY 52: a live shop starts with %s=%s", (name, value) => {
  expect(readEnvironment({ ...live, [name]: value })).toMatchObject({ [name]: value });
});

test("SECURITY 52: secrets made of random bytes are not called easy to guess", () => {
  for (let n = 0; n < 1_000; n++) {
    const bytes = createHash("sha256").update(`${n}`).digest();
    for (const SECRETS of [bytes.subarray(0, 16).toString("hex"), bytes.toString("base64")])
      expect(problemsOf({ ...live, SECRETS }, "SECRETS"), SECRETS).toEqual([]);
  }
});

const onThisMachine =
  "a demo is for this machine only: 127.0.0.1 or localhost (DEMO_NETWORK=private allows a private address)";
const notPublic =
  "a demo must not be reachable from the internet; with DEMO_NETWORK=private write this machine's private address, such as 192.168.1.20";

test.each([
  { name: "HOST", change: { HOST: "0.0.0.0" }, problems: [onThisMachine] },
  { name: "HOST", change: { HOST: "::" }, problems: [onThisMachine] },
  { name: "HOST", change: { HOST: "192.168.1.20" }, problems: [onThisMachine] },
  { name: "HOST", change: { HOST: "0.0.0.0", DEMO_NETWORK: "private" }, problems: [notPublic] },
  { name: "HOST", change: { HOST: "203.0.113.9", DEMO_NETWORK: "private" }, problems: [notPublic] },
  { name: "HOST", change: { HOST: "192.168.1.20", DEMO_NETWORK: "private" }, problems: [] },
  { name: "HOST", change: { HOST: "::1" }, problems: [] },
  { name: "SHOP_URL", change: { SHOP_URL: "https://shop.example" }, problems: [onThisMachine] },
  { name: "SHOP_URL", change: { SHOP_URL: "https://203.0.113.9", DEMO_NETWORK: "private" }, problems: [notPublic] },
  { name: "SHOP_URL", change: { SHOP_URL: "https://shop.example", DEMO_NETWORK: "private" }, problems: [notPublic] },
  { name: "SHOP_URL", change: { SHOP_URL: "http://192.168.1.20:3000", DEMO_NETWORK: "private" }, problems: [] },
  { name: "SHOP_URL", change: { SHOP_URL: "http://[::1]:3000" }, problems: [] },
  { name: "DEMO_NETWORK", change: { DEMO_NETWORK: "public" }, problems: [expect.stringContaining("private")] },
])("SECURITY 53: a demo with $change: $problems", ({ name, change, problems }) => {
  expect(problemsOf({ ...demo, ...change }, name)).toEqual(problems);
});

test.each([
  { story: "a live key", change: { STRIPE_SECRET_KEY: "sk_live_key" }, message: /a live key needs SHOP_MODE=live/ },
  { story: "a short secret", change: { SECRETS: "short" }, message: /SECRETS: each secret needs at least 32/ },
  { story: "http on a public address", change: { SHOP_URL: "http://shop.example" }, message: /must be https/ },
  { story: "another database", change: { DATABASE_URL: "mysql://x" }, message: /must begin with file: or postgresql/ },
  { story: "any visitor as its proxy", change: { TRUSTED_PROXY: "true" }, message: /would trust every visitor/ },
  { story: "an empty webhook secret", change: { STRIPE_WEBHOOK_SECRETS: "whsec_" }, message: /is cut off/ },
])("a demo shop refuses to start with $story", ({ change, message }) => {
  expect(() => readEnvironment({ ...demo, ...change })).toThrow(message);
});
