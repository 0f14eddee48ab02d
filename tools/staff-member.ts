import { createInterface } from "node:readline/promises";
import { NewPassword } from "~/accounts/password";
import { changePassword, createStaffMember, disableStaffMember } from "~/accounts/staff-members.server";
import { closeDatabase } from "~/platform/db/client.server";
import { isDuplicateOf } from "~/platform/db/constraint.server";

const usage = `Usage:
  staff-member add EMAIL NAME      opens an account and shows its password once
  staff-member password EMAIL      sets the password that is read from standard input, and signs the member out
  staff-member disable EMAIL       ends the account and all its sessions`;

const [command, email, ...name] = process.argv.slice(2);

async function run(): Promise<string | undefined> {
  if (command === "add" && email && name.length > 0) {
    const account = await createStaffMember({ email, name: name.join(" ") });
    return `Staff account, shown only once:\n  e-mail:   ${account.email}\n  password: ${account.password}`;
  }
  if (command === "password" && email) {
    const password = NewPassword.safeParse(await readLine("New password: "));
    if (!password.success) return fail(password.error.issues.map(({ message }) => message).join(" "));
    return (await changePassword(email, password.data)) ? "The password is changed." : fail("No such member.");
  }
  if (command === "disable" && email)
    return (await disableStaffMember(email)) ? "The account is disabled." : fail("No such member.");
  return fail(usage);
}

async function readLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const line = await lines.question(question);
  lines.close();
  return line;
}

function fail(message: string): undefined {
  console.error(message);
  process.exitCode = 1;
}

try {
  const done = await run();
  if (done) console.log(done);
} catch (error) {
  if (!isDuplicateOf(error, "StaffMember_email_key")) throw error;
  fail("An account with this e-mail address already exists.");
} finally {
  await closeDatabase();
}
