import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";

const requestIds = new AsyncLocalStorage<string>();

/** Structured logs on standard output, each line with its request id. Never log a body, a cookie, a signed link, or an
 *  e-mail address: paths are logged without their query or secrets. */
export const log: Logger = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const requestId = requestIds.getStore();
    return requestId ? { requestId } : {};
  },
  serializers: { err: pino.stdSerializers.err },
});

export function withRequestId<Value>(requestId: string, work: () => Value): Value {
  return requestIds.run(requestId, work);
}

export function currentRequestId(): string | undefined {
  return requestIds.getStore();
}
