// `npm run audit`: proves that nobody changed the audit, and that every entry of the ledger balances.
import { parseArgs } from "node:util";
import { type AuditProof, proveAudit } from "~/audit/prove.server";
import { findUnbalanced } from "~/ledger/check/unbalanced.server";
import { closeDatabase } from "~/platform/db/client.server";

const usage = `Usage:
  npm run audit                  checks the whole chain, and prints its head: note it where nobody can change it
  npm run audit -- --head HASH   also checks that a head noted earlier is still in the chain
Ends with 1 if something is wrong.`;

function readHead(): { head?: string } | undefined {
  try {
    const { head } = parseArgs({ options: { head: { type: "string" } } }).values;
    return head === undefined || /^[0-9a-f]{64}$/.test(head) ? { head } : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const asked = readHead();
  if (!asked) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const proof = await proveAudit(asked.head);
  console.log(
    `${count(proof.checked, "entry", "entries")} checked${proof.erased > 0 ? `, ${proof.erased} of them with erased personal data` : ""}.`,
  );
  console.log(`Head: ${proof.head || "none yet"}`);
  const unbalanced = await findUnbalanced(20);
  const problems = [...problemsOf(proof, asked.head), ...unbalanced.map(unbalancedText)];
  for (const problem of problems) console.log(`\n${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log("Nothing was changed.");
}

function problemsOf({ broken, waiting, foundAt }: AuditProof, head: string | undefined): string[] {
  return [
    ...(broken
      ? [`First broken entry: ${broken.seq}${broken.entryId ? ` (${broken.entryId})` : ""}. ${broken.what}`]
      : []),
    ...(waiting > 0
      ? [`${count(waiting, "entry", "entries")} from before the chain not linked yet. Run: npm run migrate`]
      : []),
    ...(head && !foundAt
      ? ["The noted head is not in the chain: entries up to it were changed, or an older backup was restored."]
      : []),
  ];
}

const unbalancedText = (reference: string) =>
  `The ledger’s entry ${reference} does not balance. Run \`npm run ledger\` for details.`;

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

try {
  await main();
} finally {
  await closeDatabase();
}
