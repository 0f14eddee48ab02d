import { env } from "../env.server";
import { openDatabase, type Queries } from "./client.server";

type Work = () => Promise<void>;
const lastWork = new WeakMap<Queries, Work[]>();

/** Runs `work` in one transaction and returns its result. If that is a failed `Result`, or if `work` throws,
 *  everything it wrote is rolled back. Do nothing outside the database in it (no Stripe, mail, or files): that can't
 *  be rolled back, and others are waiting. Use only `tx` inside: on SQLite `db()` would wait for the transaction to
 *  end. `timeout` is in milliseconds. */
export async function transaction<Answer>(
  work: (tx: Queries) => Promise<Answer>,
  options: { timeout?: number } = {},
): Promise<Answer> {
  // Checkouts queued on one sale row wait their turn instead of failing.
  const wait = env().DATABASE_WAIT_SECONDS * 1000;
  try {
    return await openDatabase().$transaction(
      async (tx) => {
        const last: Work[] = [];
        lastWork.set(tx, last);
        const answer = await work(tx);
        if (isFailed(answer)) throw new RolledBack(answer);
        for (const run of last) await run();
        return answer;
      },
      { maxWait: wait, timeout: wait, ...options },
    );
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as Answer;
    throw error;
  }
}

/** Whether these are the queries of a transaction, not of `db()`. */
export function isTransaction(queries: Queries): boolean {
  return lastWork.has(queries);
}

/** Runs `work` in this transaction after everything else in it, right before the commit: for a lock that everybody needs,
 *  which is then held for a moment only and can't be part of a deadlock. */
export function beforeCommit(tx: Queries, work: Work): void {
  const last = lastWork.get(tx);
  if (!last) throw new Error("beforeCommit needs a transaction");
  last.push(work);
}

/** Prisma rolls back only if something is thrown. */
class RolledBack extends Error {
  constructor(readonly answer: unknown) {
    super("rolled back on a failed result");
  }
}

function isFailed(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
}
