import { connect } from "node:net";
import { text } from "node:stream/consumers";

/** Sends exactly these lines, as no browser would, and answers the status line, the headers, and the body. */
export async function rawRequest(shopUrl: string, lines: string[], body = "") {
  const { hostname, port } = new URL(shopUrl);
  const socket = connect(Number(port), hostname);
  // A server that refuses may close before it has read all.
  socket.on("error", () => undefined);
  const [first = "", ...headers] = lines;
  socket.write(`${[first, ...headers, "Connection: close"].join("\r\n")}\r\n\r\n${body}`, "latin1");
  const answer = await text(socket).catch(() => "");
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  const [line = "", ...fields] = head.split("\r\n");
  return {
    status: Number(line.split(" ")[1]),
    headers: new Headers(
      fields.map((field): [string, string] => [field.split(":", 1)[0] ?? "", field.replace(/^[^:]*:\s*/, "")]),
    ),
    body: rest.join("\r\n\r\n"),
  };
}
