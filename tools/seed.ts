import { createFirstStaffMember } from "~/accounts/staff-members.server";
import { closeDatabase, db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { seedSampleShop } from "../prisma/worlds/sample-shop/seed";

const { SHOP_MODE: mode } = env();
if (mode === "live") {
  console.error("The sample shop is for demo and test databases only.");
  process.exit(1);
}
if (await db().shop.findUnique({ where: { id: 1 } }))
  console.log("The database already has a shop; nothing was changed.");
else {
  await seedSampleShop({ mode, at: new Date() });
  console.log("The sample shop is in the database.");
}
const staff = await createFirstStaffMember();
if (staff) console.log(`Staff account, shown only once:\n  e-mail:   ${staff.email}\n  password: ${staff.password}`);
await closeDatabase();
