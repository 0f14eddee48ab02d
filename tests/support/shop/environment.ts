/** The environment of a test's shop; each test file adds its own database. */
export const testEnvironment = {
  SHOP_MODE: "test",
  SHOP_URL: "http://localhost:3000",
  SECRETS: "test-secret-of-thirty-two-characters",
  STRIPE_SECRET_KEY: "sk_test_stand_in",
  STRIPE_WEBHOOK_SECRETS: "whsec_test_secret",
  STRIPE_API: "http://127.0.0.1:4242",
  // Nothing fails because the machine is slow.
  DATABASE_WAIT_SECONDS: "600",
  LOG_LEVEL: "silent",
};
