import { createReadStream } from "node:fs";
import { failed, ok, type Result } from "~/core/result";

const mostBytes = 10_000_000;

/** The JSON of a file or of standard input, or one line that says why there is none. A document that is too large isn't read to
 *  its end: a device or a pipe may not have one. */
export async function readDocument(
  file: string | undefined,
  standardInput: AsyncIterable<Buffer>,
): Promise<Result<unknown, string>> {
  const name = file ?? "standard input";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file === undefined ? standardInput : createReadStream(file)) {
      size += chunk.length;
      if (size > mostBytes) return failed(`${name}: The document is larger than 10 MB.`);
      chunks.push(chunk);
    }
  } catch (error) {
    return failed(`${name}: ${whyUnread(error)}`);
  }
  const text = decode(Buffer.concat(chunks));
  if (text === undefined) return failed(`${name}: The document is not text in UTF-8.`);
  if (text.trim() === "")
    return failed(`${name}: The document is empty. Give a file, or a document on standard input.`);
  return parse(text, name);
}

function whyUnread(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "No such file.";
  if (code === "EISDIR") return "This is a folder.";
  return `It can't be read: ${message}`;
}

/** Without the byte order mark that some editors put at the start. */
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
    return failed(`${name}${placeOf(message, text)}: The document is not JSON: ${message.replace(/\s+/g, " ")}`);
  }
}

/** ":3:2", line and column, if the runtime says how far it got. Not all of its messages do. */
function placeOf(message: string, text: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const lines = text.slice(0, position ? Number(position) : text.length).split("\n");
  if (position === undefined && !/end of JSON input/.test(message)) return "";
  return `:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
