import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const shared = {
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "rules",
          include: ["{app,prisma,tools}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.server.test.ts"],
          setupFiles: ["tests/support/no-console-error.ts"],
        },
      },
      {
        ...shared,
        test: {
          name: "data",
          include: ["{app,prisma}/**/*.server.test.ts", "tests/http/**/*.test.ts"],
          setupFiles: ["tests/support/no-console-error.ts"],
          globalSetup: ["tests/support/databases.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
