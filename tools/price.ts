// `npm run price -- FILE` (or standard input): prices the cart of one JSON document, docs/price.md.
import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { answerDocument } from "~/promotions/answer-document";
import { PriceDocument } from "~/promotions/price-document";

const mostBytes = 10_000_000;

function main(argument: string | undefined): string {
  if (argument === "--schema") return JSON.stringify(z.toJSONSchema(PriceDocument, { io: "input" }), null, 2);
  const document = PriceDocument.safeParse(parse(read(argument)));
  if (!document.success) throw new Mistake(document.error.issues.flatMap((issue) => messagesOf(issue)).join("\n"));
  return JSON.stringify(answerDocument(document.data), null, 2);
}

class Mistake extends Error {}

function read(file: string | undefined): string {
  let text: string;
  try {
    if (file !== undefined && statSync(file).size > mostBytes) throw new Mistake(`${file} is larger than 10 MB.`);
    text = readFileSync(file ?? 0, "utf8");
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw new Mistake(`${file ?? "Standard input"} can't be read: ${error instanceof Error ? error.message : error}`);
  }
  if (text.length > mostBytes) throw new Mistake("The document is larger than 10 MB.");
  if (text.trim() === "") throw new Mistake("The document is empty. Give a file, or a document on standard input.");
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Mistake(`The document is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** "promotions[2].terms.price.cents: …"; what is unknown is named by its own path. */
function messagesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${pathOf([...issue.path, key])}: There is no such key.`);
  return [`${pathOf(issue.path)}: ${issue.message}`];
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "the document";
}

try {
  console.log(main(process.argv[2]));
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
