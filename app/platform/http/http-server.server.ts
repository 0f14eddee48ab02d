import { createServer, type RequestListener, type Server } from "node:http";

/** Node's server with its limits said here rather than left to a default. Bytes and milliseconds. */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 30_000, requestTimeout: 120_000 }, app);
  // Node would drop the headers after so many, unseen by our checks: a Content-Length among them. The guard counts them.
  server.maxHeadersCount = 0;
  // Longer than a proxy's keep-alive (usually 60 s); otherwise the shop could close a connection just as the proxy
  // reuses it.
  server.keepAliveTimeout = 65_000;
  return server;
}
