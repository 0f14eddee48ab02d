// A process of its own that writes until it is ended, for tests of what other processes do meanwhile: half of the time it holds
// SQLite's only write lock, half of the time others have their turn.

import { setTimeout as after } from "node:timers/promises";
import { db } from "~/platform/db.server";

const milliseconds = 30;

for (;;) {
  await db().$transaction(async (tx) => {
    await tx.shop.update({ where: { id: 1 }, data: { catalogRevision: { increment: 0 } } });
    await after(milliseconds);
  });
  process.stdout.write("written\n");
  await after(milliseconds);
}
