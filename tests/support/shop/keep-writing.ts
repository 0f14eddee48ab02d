// A separate process that keeps writing until it is stopped, for tests of what other processes do at the same time: half the time it holds
// SQLite's only write lock, and half the time others get their turn.

import { setTimeout as after } from "node:timers/promises";
import { lockShop } from "~/platform/db/locks.server";
import { transaction } from "~/platform/db/transaction.server";

const milliseconds = 30;

for (;;) {
  await transaction(async (tx) => {
    await lockShop(tx);
    await after(milliseconds);
  });
  process.stdout.write("written\n");
  await after(milliseconds);
}
