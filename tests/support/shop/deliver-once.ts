// One round of mail delivery as a process of its own, for tests that end it in the middle.

import { deliverMail } from "~/mail/deliver/deliver.server";
import { closeDatabase } from "~/platform/db/client.server";

await deliverMail();
await closeDatabase();
