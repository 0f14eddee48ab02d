import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "./platform/log.server";
import { NonceProvider } from "./ui/nonce";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const wholePage = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let hasStarted = false;
    let failed = false;
    const respond = () => {
      hasStarted = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
      pipe(body);
    };
    // No time limit: no page streams deferred content, and under load a page may wait long for its turn.
    const { pipe } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        onShellReady: () => !wholePage && respond(),
        onAllReady: () => wholePage && respond(),
        onShellError: reject,
        onError: (error) => {
          failed = true;
          // Before the shell is ready the error boundary takes over, and handleError has logged it.
          if (hasStarted) log.error({ err: error }, "rendering failed");
        },
      },
    );
  });
}

/** Logs a bug once with its request id. Visitors' errors (404, 400) are not logged. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error({ err: error }, "request failed");
}
