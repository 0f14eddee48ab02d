// Gets the demo's database ready: migrated, seeded, with one staff account.
import { createFirstStaffMember } from "~/accounts/staff-members.server";
import { linkEarlierEntries } from "~/audit/link-earlier.server";
import { closeDatabase, db } from "~/platform/db/client.server";
import { migrate } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";
import { seedSampleShop } from "../../prisma/worlds/sample-shop/seed";

await migrate(env().DATABASE_URL);
await linkEarlierEntries();
if (!(await db().shop.findUnique({ where: { id: 1 } }))) await seedSampleShop({ mode: "demo", at: new Date() });
const staff = await createFirstStaffMember();
if (staff) console.log(`\nStaff account, shown only once:\n  e-mail:   ${staff.email}\n  password: ${staff.password}`);
await closeDatabase();
