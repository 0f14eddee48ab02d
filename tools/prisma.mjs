// `npm run prisma -- migrate dev`: Prisma's command line. Only a schema change needs it, so it has its own install, made
// on first use in a place where no tool looks for the project's files. DATABASE=postgresql picks the other database.
import { cpSync, existsSync, rmSync } from "node:fs";
import { programOf, run } from "./prepare.mjs";

const root = "node_modules/.prisma-cli";

export function runPrisma(args, env = process.env) {
  if (!existsSync(`${root}/node_modules/prisma`)) {
    rmSync(root, { recursive: true, force: true });
    cpSync("tools/prisma", root, { recursive: true });
    run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", root], {
      shell: process.platform === "win32",
    });
  }
  run(process.execPath, [programOf("prisma", "prisma", root), ...args], {
    env: { ...env, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
}

if (process.argv[1]?.endsWith("prisma.mjs")) runPrisma(process.argv.slice(2));
