import type { ServerResponse } from "node:http";

/** Runs `change` once, just before the headers are sent, after everything else that sets them. */
export function beforeHeaders(response: ServerResponse, change: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...sent: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...sent: unknown[]) => {
    response.writeHead = writeHead as ServerResponse["writeHead"];
    response.statusCode = status;
    change();
    return writeHead(status, ...sent);
  }) as ServerResponse["writeHead"];
}
