// A process of its own that writes until it is ended, for tests of what other processes do meanwhile: half of the time it holds
// SQLite's only write lock, half of the time others have their turn.

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
