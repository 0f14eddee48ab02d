import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { damagedFile } from "../support/database/damaged-file";
import { testEnvironment } from "../support/shop/environment";
import { freePort } from "../support/shop/free-port";
import { startShop } from "../support/shop/running-shop";
import { shortLived } from "../support/shop/short-lived.mjs";
import { until } from "../support/until";
import { visitor } from "../support/visitor";

const database = () => process.env.DATABASE_URL ?? "";

/** Starts the built shop; returns its exit code and output. */
async function start(change: Record<string, string | undefined>) {
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    ...testEnvironment,
    DATABASE_URL: database(),
    MAIL: process.env.MAIL,
    PORT: String(await freePort()),
    ...change,
  };
  const shop = spawn(process.execPath, [...shortLived, "build/server/index.js"], {
    env: { NODE_ENV: "production", ...env },
  });
  let said = "";
  for (const stream of [shop.stdout, shop.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  const [code] = await once(shop, "exit");
  return { code, said };
}

test("missing and wrong variables are all listed together, with what to do", async () => {
  const { code, said } = await start({ SHOP_MODE: undefined, SECRETS: "short", STRIPE_SECRET_KEY: undefined });
  expect(code).toBe(1);
  expect(said).toContain("SHOP_MODE is not set");
  expect(said).toContain("SECRETS: each secret needs at least 32 characters");
  expect(said).toContain("STRIPE_SECRET_KEY is not set");
  expect(said).toContain("docs/operating.md");
  expect(said).not.toMatch(/\n\s+at /);
});

test("a port in use is reported in one line, with the variable that changes it", async () => {
  const other = createServer();
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const { code, said } = await start({ PORT: port });
  other.close();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is in use.`);
  expect(said).toContain("PORT");
  expect(said).not.toMatch(/\n\s+at /);
});

test("a database that needs a migration prevents the start and names the command", async () => {
  const url = database().startsWith("file:")
    ? `file:${join(mkdtempSync(join(tmpdir(), "collimator-empty-")), "empty.sqlite")}`
    : database().replace(/\/[^/]+$/, "/postgres");
  const { code, said } = await start({ DATABASE_URL: url });
  expect(code).toBe(1);
  expect(said).toContain("npm run migrate");
  expect(said).not.toMatch(/\n\s+at /);
});

test("a database that can't be reached is reported", async () => {
  const url = database().startsWith("file:") ? "file:/proc/none/shop.sqlite" : "postgresql://nobody@127.0.0.1:1/none";
  const { code, said } = await start({ DATABASE_URL: url });
  expect(code).toBe(1);
  expect(said).toMatch(/can't be reached|npm run migrate/);
  expect(said).not.toMatch(/\n\s+at /);
});

test("SECURITY 37: a damaged database file prevents the start and says what to do", async () => {
  const { code, said } = await start({ DATABASE_URL: damagedFile() });
  expect(code).toBe(1);
  expect(said).toContain("The database file is damaged:");
  expect(said).toContain("restore the latest backup");
  expect(said).not.toMatch(/\n\s+at /);
});

test("PAYMENTS 6: a database of another mode prevents the start", async () => {
  const { code, said } = await start({ SHOP_MODE: "demo" });
  expect(code).toBe(1);
  expect(said).toContain("belongs to a test shop, but SHOP_MODE is demo");
});

test("if the stand-in isn't running, the shopper sees a message, nothing is charged, and the cart is kept", async () => {
  const shop = await startShop({ databaseUrl: database(), mail: process.env.MAIL ?? "", sweepSeconds: 0 });
  await shop.standIn.close();
  const guest = visitor(shop.url);
  await guest.add("iv-therapeutics.ebook");
  const answer = await guest.checkOut({ email: "ada@example.com", agreedCents: 9950 });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("We can’t open the payment page right now.");
  expect((await db().stock.findUniqueOrThrow({ where: { id: "iv-therapeutics-sale" } })).taken).toBe(0);
  const back = await guest.get("/checkout/done?session_id=cs_test_opened_unheard");
  expect(back.status).toBe(503);
  const page = await back.text();
  expect(page).toContain("If you paid, your order will be completed automatically");
  expect(page, "a page of the shop").toContain("Skip to content");
  await shop.kill();
});

/** A shop that stays open until it is asked to stop. */
async function open(change: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const fixed = { NODE_ENV: "production" as const, SHOP_URL: url, PORT: String(port), SWEEP_SECONDS: "0" };
  const shop = spawn(process.execPath, [...shortLived, "build/server/index.js"], {
    env: { ...process.env, ...testEnvironment, ...fixed, ...change },
  });
  const ended = once(shop, "exit");
  await until(async () => expect((await fetch(`${url}/healthz`)).ok).toBe(true));
  return { shop, url, ended };
}

test("a connection is kept open longer than a proxy in front of the shop keeps it", async () => {
  const { shop, url, ended } = await open();
  expect((await fetch(`${url}/healthz`)).headers.get("Keep-Alive")).toBe("timeout=65");
  shop.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a shop that is asked to stop finishes the request in progress, closes its connections, and exits cleanly", async () => {
  const { shop, url, ended } = await open({ LOG_LEVEL: "info" });
  const before = await db().cartLine.count();
  const { hostname, port, host } = new URL(url);
  const openedAhead = connect(Number(port), hostname);
  await once(openedAhead, "connect");
  const browser = connect(Number(port), hostname);
  let heard = "";
  browser.on("data", (chunk) => {
    heard += chunk;
  });
  const form = "intent=add&courseFormatId=iv-therapeutics.ebook&quantity=1";
  const head = [
    "POST /cart HTTP/1.1",
    ...[`Host: ${host}`, `Origin: ${url}`],
    ...["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${form.length}`],
  ];
  // Both in one packet, so a server that has answered the first has begun the second. The connection is kept alive, as proxies do.
  browser.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n${head.join("\r\n")}\r\n\r\n`);
  await until(() => expect(heard).toContain("HTTP/1.1 200"));
  const stopping = new Promise<void>((resolve) => {
    shop.stdout.on("data", (line) => String(line).includes('"stopping"') && resolve());
  });
  shop.kill("SIGTERM");
  await stopping;
  browser.write(form);
  expect(await ended).toEqual([0, null]);
  expect(heard).toContain("HTTP/1.1 303");
  expect(await db().cartLine.count()).toBe(before + 1);
});

test("SECURITY 16.2.5: logs are JSON lines with the request's id and contain no link's secret and no e-mail address", async () => {
  const { shop, url, ended } = await open({ LOG_LEVEL: "info" });
  let said = "";
  shop.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const guest = visitor(url);
  await guest.add("iv-therapeutics.ebook");
  await guest.checkOut({ email: "private@example.com", agreedCents: 9950 });
  const answer = await guest.get("/orders/an-order-of-somebody/a-secret-signature");
  await answer.text();
  await guest.get("/learning/an-enrollment/another-secret/certificate.pdf?paper=a4");
  await guest.get("/checkout/done?session_id=cs_test_secret_session");
  const id = answer.headers.get("X-Request-Id");
  await until(() => expect(said).toContain(`"requestId":"${id}"`));
  shop.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  const lines = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(5);
  for (const secret of [
    "a-secret-signature",
    "an-order-of-somebody",
    "another-secret",
    "cs_test_secret",
    "private@example.com",
  ])
    expect(said).not.toContain(secret);
  expect(said).not.toContain(guest.cookies.get("cart"));
});
