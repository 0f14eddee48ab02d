import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Sent = { method?: string; headers?: Record<string, string>; body?: string };

const agent = new Agent({ keepAlive: true });

/** Sends a request that `fetch` would refuse to send: any method, any header. Status 0: the connection was closed without an answer,
 *  as for a body that is too long to be read. */
export function send(
  url: string,
  path: string,
  { method = "GET", headers = {}, body = "" }: Sent = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const bytes = Buffer.from(body);
  const length: Record<string, string> = bytes.length > 0 ? { "Content-Length": String(bytes.length) } : {};
  return new Promise((resolve) => {
    const none = () => resolve({ status: 0, headers: {}, body: "" });
    const sent = request({ agent, hostname, port, path, method, headers: { ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", none);
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on("error", none);
    sent.end(bytes);
  });
}

/** A form as a browser on one of the shop's pages sends it. */
export function sendForm(url: string, path: string, body: string, cookie = "", headers: Record<string, string> = {}) {
  const own = { Origin: url, "Content-Type": "application/x-www-form-urlencoded", Cookie: cookie };
  return send(url, path, { method: "POST", headers: { ...own, ...headers }, body });
}

/** The cookies that an answer sets, as a browser would send them back. */
export function cookiesOf({ headers }: Answer): string {
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0]).join("; ");
}

export function closeConnections(): void {
  agent.destroy();
}
