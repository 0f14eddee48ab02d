import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig, type TestProjectConfiguration } from "vitest/config";
import { shortLived } from "./tests/support/shop/short-lived.mjs";

const resolve = { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } };
/** Nothing fails because the machine is slow: these only end what hangs. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };
const noConsoleError = "tests/support/no-console-error.ts";

/** The same tests against each kind of database: a real file, a real server. */
function onDatabase(name: "sqlite" | "postgresql"): TestProjectConfiguration {
  return {
    resolve,
    test: {
      name,
      execArgv: shortLived,
      isolate: false,
      env: { DATABASE: name },
      include: ["{app,prisma,tools,tests/faults}/**/*.server.test.ts", "tests/http/**/*.test.ts"],
      // It counts the steps that reading and checking a form takes, which no database changes.
      exclude: [...configDefaults.exclude, ...(name === "postgresql" ? ["tests/http/form-growth.test.ts"] : [])],
      globalSetup: [`tests/support/database/${name}.ts`],
      setupFiles: ["tests/support/shop/fresh-process.ts", noConsoleError, "tests/support/database/fresh-database.ts"],
      ...patience,
    },
  };
}

export default defineConfig({
  test: {
    // Tests wait for servers a third of their time: three workers keep two cores busy.
    maxWorkers: 3,
    teardownTimeout: 60_000,
    projects: [
      {
        resolve,
        test: {
          name: "rules",
          // Pure: no file leaves anything behind, so 160 of them can share loaded modules.
          isolate: false,
          include: ["{app,prisma,tools,tests/faults}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.server.test.ts"],
          setupFiles: [noConsoleError],
          ...patience,
        },
      },
      {
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          setupFiles: [noConsoleError],
          ...patience,
        },
      },
      onDatabase("sqlite"),
      onDatabase("postgresql"),
    ],
  },
});
