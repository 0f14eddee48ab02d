import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { shortLived } from "./tests/support/short-lived.mjs";

const resolve = { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } };
const noConsoleError = "tests/support/no-console-error.ts";

/** The same tests against a database of its own kind: a real file, a real server. */
function onDatabase(name: "sqlite" | "postgresql"): TestProjectConfiguration {
  return {
    resolve,
    test: {
      name,
      execArgv: shortLived,
      isolate: false,
      env: { DATABASE: name },
      include: ["{app,prisma,tools,tests/faults}/**/*.server.test.ts", "tests/http/**/*.test.ts"],
      globalSetup: [`tests/support/${name}.ts`],
      setupFiles: ["tests/support/fresh-process.ts", noConsoleError, "tests/support/fresh-database.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: "rules",
          // Pure: no file leaves anything behind, and 160 of them need not load the same modules anew.
          isolate: false,
          include: ["{app,prisma,tools,tests/faults}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.server.test.ts"],
          setupFiles: [noConsoleError],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          setupFiles: [noConsoleError],
          testTimeout: 180_000,
        },
      },
      onDatabase("sqlite"),
      onDatabase("postgresql"),
    ],
  },
});
