import { z } from "zod";
import { answerDocument } from "~/promotions/pricing/document/answer";
import { PriceDocument } from "~/promotions/pricing/document/price-document";
import { readDocument } from "./read-document";

const usage = `Usage:
  npm run --silent price -- FILE       prices the cart of a document, docs/price.md
  npm run --silent price               the same from standard input
  npm run --silent price -- --schema   prints the format of the document`;

type Answer = { status: number; out: string; errors: string };

/** The command's output for these arguments, and its exit code. */
export async function answerPrice(given: string[], standardInput: AsyncIterable<Buffer>): Promise<Answer> {
  const [argument] = given;
  if (given.length > 1 || (argument?.startsWith("-") && argument !== "--schema")) return fail([usage]);
  if (argument === "--schema") return print(z.toJSONSchema(PriceDocument, { io: "input" }));
  const json = await readDocument(argument, standardInput);
  if (!json.ok) return fail([json.problem]);
  const document = PriceDocument.safeParse(json.value);
  if (!document.success) return fail(document.error.issues.flatMap(messagesOf));
  return print(answerDocument(document.data));
}

const print = (value: unknown) => ({ status: 0, out: JSON.stringify(value, null, 2), errors: "" });
const fail = (messages: string[]) => ({ status: 1, out: "", errors: messages.join("\n") });

/** "promotions[2].terms.price.cents: …"; an unknown key is named by its own path. */
function messagesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${pathOf([...issue.path, key])}: Unknown key.`);
  return [`${pathOf(issue.path)}: ${issue.message}`];
}

/** A key that isn't a plain word is quoted, so a problem stays on its line. */
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
