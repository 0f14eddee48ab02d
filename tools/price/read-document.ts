import { createReadStream } from "node:fs";
import { failed, ok, type Result } from "~/core/result";

const mostBytes = 10_000_000;

/** The JSON of a file or of standard input, or one line that says why it can't be read. A document that is too large is not read to its
 *  end: a device or a pipe may not have one. */
export async function readDocument(file: string | undefined): Promise<Result<unknown, string>> {
  const name = file ?? "standard input";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file === undefined ? process.stdin : createReadStream(file)) {
      size += chunk.length;
      if (size > mostBytes) return failed(`${name}: The document is larger than 10 MB.`);
      chunks.push(chunk);
    }
  } catch (error) {
    return failed(`${name}: ${explainError(error)}`);
  }
  const text = decode(Buffer.concat(chunks));
  if (text === undefined) return failed(`${name}: The document is not text in UTF-8.`);
  if (text.trim() === "")
    return failed(`${name}: The document is empty. Name a file, or send a document on standard input.`);
  return parse(text, name);
}

function explainError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "This file does not exist.";
  if (code === "EISDIR") return "This is a folder.";
  return `It can't be read: ${message}`;
}

/** Without the byte order mark that some editors add. */
function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string, name: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed(`${name}${findPosition(message, text)}: The document is not JSON: ${message.replace(/\s+/g, " ")}`);
  }
}

/** ":3:2", line and column, if the runtime's message has a position. Not all of them do. */
function findPosition(message: string, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const lines = text.slice(0, position ? Number(position) : text.length).split("\n");
  if (position === undefined && !/end of JSON input/.test(message)) return "";
  return `:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
