// `npm run price -- FILE` (or standard input): prices the cart in one JSON document, docs/price.md.
import { z } from "zod";
import { answerDocument } from "~/promotions/pricing/document/answer";
import { PriceDocument } from "~/promotions/pricing/document/price-document";
import { readDocument } from "./price/read-document";

const usage = `Usage:
  npm run --silent price -- FILE       prices the cart in a document, docs/price.md
  npm run --silent price               the same from standard input
  npm run --silent price -- --schema   prints the format of the document`;

async function main(given: string[]): Promise<void> {
  const [argument] = given;
  if (given.length > 1 || (argument?.startsWith("-") && argument !== "--schema")) return fail([usage]);
  if (argument === "--schema") return print(z.toJSONSchema(PriceDocument, { io: "input" }));
  const json = await readDocument(argument);
  if (!json.ok) return fail([json.problem]);
  const document = PriceDocument.safeParse(json.value);
  if (!document.success) return fail(document.error.issues.flatMap(messagesOf));
  print(answerDocument(document.data));
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

function fail(messages: string[]): void {
  console.error(messages.join("\n"));
  process.exitCode = 1;
}

/** "promotions[2].terms.price.cents: …"; an unknown key is named by its own path. */
function messagesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${pathOf([...issue.path, key])}: Unknown key.`);
  return [`${pathOf(issue.path)}: ${issue.message}`];
}

/** A key that is not a plain word is quoted, so that each problem stays on one line. */
function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) =>
    typeof part === "number"
      ? `[${part}]`
      : /^[\w-]+$/.test(String(part))
        ? `.${String(part)}`
        : `[${JSON.stringify(part)}]`,
  );
  return text.join("").replace(/^\./, "") || "the document";
}

await main(process.argv.slice(2));
