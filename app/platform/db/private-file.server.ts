import { chmodSync, closeSync, existsSync, openSync } from "node:fs";
import { log } from "../log.server";

/** SECURITY 38: only the shop's own user reads its database. SQLite gives its -wal and -shm the mode of the file, so a new one
 *  is made before SQLite opens it. An existing one is never opened here: closing it would end SQLite's locks. */
export function createPrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  keepPrivate(file);
}

/** For a file that an earlier version made. On a read-only disk, or as another user, reading goes on. */
export function keepPrivate(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) {
    try {
      if (existsSync(file + suffix)) chmodSync(file + suffix, 0o600);
    } catch (err) {
      log.warn({ err }, "others may read the database file");
    }
  }
}
