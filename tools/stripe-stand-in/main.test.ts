import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { until } from "../../tests/support/until";
import { readOptions } from "./options";

/** The stand-in as developers start it, in its own process. */
function start(environment: Record<string, string>) {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", main], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, ...environment },
  });
  const said = { out: "", error: "" };
  child.stdout?.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said.error += chunk;
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return { child, said, ended: once(child, "exit") };
}

test("it prints where it listens and exits cleanly when asked to", async () => {
  const { child, said, ended } = start({ STAND_IN_PORT: "0" });
  await until(() => expect(said.out).toMatch(/^Stripe stand-in on http:\/\/127\.0\.0\.1:\d+\n$/));
  const url = said.out.trim().split(" ").at(-1) ?? "";
  expect((await fetch(`${url}/_control`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a port in use is reported in one clear line with a failing exit", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  onTestFinished(() => {
    taken.close();
  });
  const { port } = taken.address() as { port: number };
  const { said, ended } = start({ STAND_IN_PORT: String(port) });
  expect(await ended).toEqual([1, null]);
  expect(said.error).toBe(
    `Stripe stand-in: port ${port} is in use. Stop what is running there, or choose another with STAND_IN_PORT.\n`,
  );
});

test("the environment becomes options; empty values count as not set", () => {
  const read = readOptions({
    STAND_IN_DATA: "stand-in/data",
    STAND_IN_MERCHANT: "",
    STAND_IN_WEBHOOK_URL: "http://localhost:3000/webhooks/stripe",
    STAND_IN_WEBHOOK_SECRET: "whsec_a,whsec_b",
    UNRELATED: "x",
  });
  expect(read).toEqual({
    ok: true,
    options: expect.objectContaining({
      port: 4242,
      dataFolder: "stand-in/data",
      webhookUrl: "http://localhost:3000/webhooks/stripe",
      webhookSecret: "whsec_a,whsec_b",
    }),
  });
});

test.each([
  {
    story: "an invalid port",
    environment: { STAND_IN_PORT: "http" },
    complaint: "STAND_IN_PORT must be a port number",
  },
  {
    story: "an invalid URL",
    environment: { STAND_IN_WEBHOOK_URL: "localhost", STAND_IN_WEBHOOK_SECRET: "whsec_a" },
    complaint: "STAND_IN_WEBHOOK_URL",
  },
  {
    story: "no secret",
    environment: { STAND_IN_WEBHOOK_URL: "http://a.test/" },
    complaint: "STAND_IN_WEBHOOK_SECRET is needed",
  },
  { story: "another kind of secret", environment: { STAND_IN_WEBHOOK_SECRET: "sk_test" }, complaint: "whsec_" },
])("$story is reported by name", ({ environment, complaint }) => {
  const read = readOptions(environment);
  expect(read.ok ? [] : read.complaints).toEqual([expect.stringContaining(complaint)]);
});
