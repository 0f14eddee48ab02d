// One round of mail delivery in its own process, for tests that kill it midway.

import { deliverMail } from "~/mail/deliver/deliver.server";
import { closeDatabase } from "~/platform/db/client.server";

await deliverMail();
await closeDatabase();
