import { isOpen } from "../objects/dispute";
import type { StandIn } from "../stand-in";
import type { World } from "../world";
import { markPastDue } from "./dispute";
import { expire } from "./expire";
import { forgetOld } from "./forget";
import { mature } from "./ledger";
import { settlePayment } from "./settle";

/** The longest wait that Node's timers accept, in milliseconds; a longer one would fire immediately. */
const longestTimer = 2 ** 31 - 1;

/** Wakes the stand-in when the next session expires or the next delayed payment ends. Reset after every change. */
export function startAlarm(standIn: StandIn) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  function set() {
    clearTimeout(timer);
    const next = nextDue(standIn.world);
    if (stopped || next === undefined) return;
    timer = setTimeout(ring, Math.min(Math.max(0, next - standIn.clock.milliseconds()), longestTimer));
  }
  function ring() {
    standIn.change(wake).catch((error) => console.error("The stand-in's timer failed:", error));
  }
  function wake() {
    runDue(standIn);
    forgetOld(standIn.world, standIn.clock.now());
  }
  function stop() {
    stopped = true;
    clearTimeout(timer);
  }
  return { set, stop };
}

/** Does everything due by now: ends sessions, delayed payments, evidence deadlines, and waits for funds. Only inside `change`. */
export function runDue(standIn: StandIn): void {
  const { world, clock } = standIn;
  const now = clock.milliseconds();
  for (const [sessionId, { outcome, at }] of Object.entries(world.delayedPayments)) {
    if (at !== null && at <= now) settlePayment(standIn, sessionId, outcome);
  }
  mature(world, clock.now());
  markPastDue(world, clock.now());
  for (const session of Object.values(world.sessions)) {
    if (session.status === "open" && session.expires_at * 1000 <= now) expire(standIn, session, null);
  }
}

/** Milliseconds on the stand-in's clock; undefined if nothing is waiting. */
function nextDue(world: World): number | undefined {
  const ends = Object.values(world.delayedPayments).flatMap(({ at }) => at ?? []);
  const expiries = Object.values(world.sessions).flatMap(({ status, expires_at }) =>
    status === "open" ? expires_at * 1000 : [],
  );
  const rests = Object.values(world.balanceTransactions).flatMap(({ status, available_on }) =>
    status === "pending" ? available_on * 1000 : [],
  );
  const dues = Object.values(world.disputes).flatMap((dispute) => {
    const { due_by, past_due } = dispute.evidence_details;
    return isOpen(dispute) && !past_due && due_by !== null ? due_by * 1000 : [];
  });
  const times = [...ends, ...expiries, ...rests, ...dues];
  // Not Math.min(...times): thousands of arguments would overflow the stack.
  return times.length === 0 ? undefined : times.reduce((least, time) => Math.min(least, time));
}
