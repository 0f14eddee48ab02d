import type { z } from "zod";
import type { Effect, Fault } from "./faults";
import type { Fail } from "./schemas";

/** A fault as requested at `now` (seconds on the stand-in's clock). */
export function faultOf(wanted: z.output<typeof Fail>, now: number): Fault {
  const { method, path, times, forSeconds, delayMs } = wanted;
  return {
    method,
    path,
    left: times === undefined ? (forSeconds === undefined ? 1 : null) : times,
    until: forSeconds === undefined ? null : now + forSeconds,
    delayMs,
    effect: effectOf(wanted),
  };
}

function effectOf({ status, remembered, shouldRetry }: z.output<typeof Fail>): Effect {
  if (status === undefined) return { kind: "none" };
  if (typeof status !== "number") return { kind: status };
  return { kind: "status", status, remembered: remembered ?? status === 500, shouldRetry };
}
