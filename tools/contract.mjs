// `npm run contract`: what the shop relies on Stripe for, tested on the stand-in, or with STRIPE_SECRET_KEY=sk_test_… on
// that account's sandbox at api.stripe.com.
import { spawnSync } from "node:child_process";
import { programOf } from "./prepare.mjs";

const key = process.env.STRIPE_SECRET_KEY ?? "";
if (key !== "" && !key.startsWith("sk_test_")) {
  console.error("STRIPE_SECRET_KEY must be a sandbox's key, sk_test_…: these tests pay, refund, and dispute.");
  process.exit(1);
}
console.log(key === "" ? "On the stand-in: STRIPE_SECRET_KEY is not set." : "On the sandbox at api.stripe.com.");
const { status } = spawnSync(
  process.execPath,
  [programOf("vitest", "vitest"), "run", "--project", "contract", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, CONTRACT_STRIPE_KEY: key } },
);
process.exit(status ?? 1);
