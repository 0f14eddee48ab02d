import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";

/** What is known of the request being handled, for logs and the audit. */
type RequestFacts = { requestId: string; clientAddress?: string; userAgent?: string };

const requests = new AsyncLocalStorage<RequestFacts>();

/** Structured logs on standard output, each line with its request id. Never log a body, a cookie, a signed link, or an
 *  e-mail address: paths are logged without their query or secrets. */
export const log: Logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const requestId = requests.getStore()?.requestId;
    return requestId ? { requestId } : {};
  },
  serializers: { err: pino.stdSerializers.err },
});

export function withRequest<Value>(facts: RequestFacts, work: () => Value): Value {
  return requests.run(facts, work);
}

/** Undefined in jobs and commands. */
export function currentRequest(): RequestFacts | undefined {
  return requests.getStore();
}
