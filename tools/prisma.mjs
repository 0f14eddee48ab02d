// `npm run prisma -- migrate dev`: Prisma's command line. Only a schema change needs it, so it has an install of its own, made
// on first use. DATABASE=postgresql chooses the other database.
import { existsSync } from "node:fs";
import { programOf, run } from "./prepare.mjs";

const root = "tools/prisma";

export function runPrisma(args, env = process.env) {
  if (!existsSync(`${root}/node_modules/prisma`))
    run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", root], {
      shell: process.platform === "win32",
    });
  run(process.execPath, [programOf("prisma", "prisma", root), ...args], {
    env: { ...env, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
}

if (process.argv[1]?.endsWith("prisma.mjs")) runPrisma(process.argv.slice(2));
