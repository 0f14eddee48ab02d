import { defineConfig } from "@playwright/test";
import { chromiumArguments } from "./tests/support/browser/chromium-arguments.mjs";

/** Journeys through the built shop in a real browser; each worker has its own shop, database, and stand-in. */
export default defineConfig({
  testDir: "tests/journeys",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Nothing fails because the machine is slow: these only end what hangs.
  timeout: 600_000,
  expect: { timeout: 300_000 },
  outputDir: "test-results",
  use: {
    locale: "en-US",
    timezoneId: "America/Chicago",
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: chromiumArguments,
    },
  },
  projects: [
    { name: "with JavaScript", use: { javaScriptEnabled: true } },
    // axe, which checks every page, is itself JavaScript.
    { name: "without JavaScript", use: { javaScriptEnabled: false }, testIgnore: "**/pages.spec.ts" },
  ],
});
