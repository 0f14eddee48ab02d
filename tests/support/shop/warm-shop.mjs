// A web process in which one shop opens after another, for tests that share it: the cost of loading Node, Prisma's WebAssembly, and the
// packages is paid once. Each shop is the built one, loaded again with its own variables, and stops as after SIGTERM, so
// no module's state is left for the next.
import "./compile-once.mjs";
import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

process.once("disconnect", () => {
  // The process that would have waited for us is gone: our cost is written to a file for the run's total.
  const { user, system } = process.cpuUsage();
  if (processorSeconds) appendFileSync(processorSeconds, `${(user + system) / 1e6}\n`);
  process.kill(process.pid, "SIGKILL");
});

const { PROCESSOR_SECONDS: processorSeconds } = process.env;
const exit = process.exit.bind(process);
/** Which shop's shutdown a call of `process.exit` belongs to: a stopped shop may still have a timer that ends the process. */
const stopping = new AsyncLocalStorage();
let opened = 0;
let isOpen = false;

process.exit = (code) => {
  const shop = stopping.getStore();
  if (shop === undefined) return exit(code);
  if (shop !== opened || !isOpen) return;
  isOpen = false;
  for (const signal of ["SIGTERM", "SIGINT"]) process.removeAllListeners(signal);
  process.send?.("stopped");
};

process.on("message", async (/** @type {"stop" | NodeJS.ProcessEnv} */ order) => {
  if (order === "stop") return stopping.run(opened, () => process.emit("SIGTERM", "SIGTERM"));
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, order);
  opened += 1;
  isOpen = true;
  await import(`${pathToFileURL("build/server/index.js")}?shop=${opened}`);
});
