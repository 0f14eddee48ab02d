import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Starts `journey-shop.ts`; returns what it printed and a function to close it. */
export async function openJourneyShop() {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/shop/journey-shop.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([first]) => first),
    ended.then(() => {
      throw new Error("the journey's shop ended before it opened");
    }),
  ]);
  return {
    ...JSON.parse(line),
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
