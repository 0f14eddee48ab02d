import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

type Message = { method: string; path: string; headers: Record<string, string | string[] | undefined>; body: Buffer };
type Answered = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };
/** How a shop is made worse: what it would believe of a request, and what it would say instead. */
export type Weakness = {
  ask?: (message: Message) => Partial<Message>;
  answer?: (answered: Answered, asked: Message) => Partial<Answered>;
};

/** Stands in front of the shop and undoes one of its defenses. */
export async function weaken(shopUrl: string, { ask, answer }: Weakness) {
  const server: Server = createServer(async (incoming: IncomingMessage, response) => {
    const asked: Message = {
      method: incoming.method ?? "GET",
      path: incoming.url ?? "/",
      headers: { ...incoming.headers },
      body: await buffer(incoming),
    };
    const believed = { ...asked, ...ask?.(asked) };
    const { hostname, port, host } = new URL(shopUrl);
    const headers: Message["headers"] = { ...believed.headers, host };
    // The shop's pages have its own origin, not this one's.
    if (headers.origin === `http://${incoming.headers.host}`) headers.origin = shopUrl;
    const passed = request(
      { hostname, port, path: believed.path, method: believed.method, headers },
      async (result) => {
        const answered = { status: result.statusCode ?? 0, headers: { ...result.headers }, body: await buffer(result) };
        const said = { ...answered, ...answer?.(answered, asked) };
        delete said.headers["transfer-encoding"];
        delete said.headers["content-length"];
        response.writeHead(said.status, said.headers).end(asked.method === "HEAD" ? undefined : said.body);
      },
    );
    passed.end(believed.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
