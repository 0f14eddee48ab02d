import { chmodSync, existsSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { closeDatabase, db, isPostgresql, sqliteFile } from "./db/client.server";
import { migrate } from "./db/migrate.server";
import { env } from "./env.server";
import { sendMail } from "./mail.server";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const folder = mkdtempSync(join(tmpdir(), "collimator-private-"));

test("SECURITY 38: nobody else reads a new SQLite database", async () => {
  const file = join(folder, "data", "shop.sqlite");
  await migrate(`file:${file}`);
  expect([modeOf(dirname(file)), modeOf(file)]).toEqual(["700", "600"]);
});

test("SECURITY 38: one that an earlier version made becomes private when it is opened", async () => {
  if (isPostgresql(env().DATABASE_URL)) return;
  const file = sqliteFile(env().DATABASE_URL);
  chmodSync(file, 0o644);
  await db().healthCheck.create({ data: { id: 1, checkedAt: new Date() } });
  const files = [file, `${file}-wal`, `${file}-shm`].filter(existsSync);
  expect(files.map(modeOf)).toEqual(["600", "600", "600"]);
  await closeDatabase();
});

test("SECURITY 38: nobody else reads the mail folder", async () => {
  const mail = join(folder, "mail");
  env().MAIL = `file:${mail}`;
  await sendMail({
    from: { name: "Shop", address: "shop@example.com" },
    to: { address: "ada@example.com" },
    subject: "Hello",
    text: "Hello",
    html: "<p>Hello</p>",
    messageId: "hello",
  });
  expect([modeOf(mail), modeOf(join(mail, "hello.eml"))]).toEqual(["700", "600"]);
});
