import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

/** The address of a SQLite database that is damaged in the middle, as after a disk error. */
export function damagedFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "collimator-damaged-")), "shop.sqlite");
  const database = new Sqlite(path);
  database.exec("CREATE TABLE a (text TEXT)");
  const insert = database.prepare("INSERT INTO a VALUES (?)");
  for (let row = 0; row < 1000; row++) insert.run("x".repeat(100));
  database.close();
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(20_000, 0x55), 0, 20_000, 40_000);
  closeSync(file);
  return `file:${path}`;
}
