import { env } from "../env.server";
import { openDatabase, type Queries } from "./client.server";

/** Runs `work` in one transaction and answers what it answers. Where that is a failed `Result`, or where `work` throws, everything
 *  it wrote is rolled back. Nothing outside the database happens inside: no Stripe, no mail, no file, because none of it could be
 *  rolled back, and others wait meanwhile. Use only `tx` inside: on SQLite `db()` would wait for the transaction's end.
 *  `timeout` is in milliseconds. */
export async function transaction<Answer>(
  work: (tx: Queries) => Promise<Answer>,
  options: { timeout?: number } = {},
): Promise<Answer> {
  // A queue of checkouts on one sale row waits for its turn instead of failing.
  const wait = env().DATABASE_WAIT_SECONDS * 1000;
  try {
    return await openDatabase().$transaction(
      async (tx) => {
        const answer = await work(tx);
        if (isFailed(answer)) throw new RolledBack(answer);
        return answer;
      },
      { maxWait: wait, timeout: wait, ...options },
    );
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as Answer;
    throw error;
  }
}

/** Prisma rolls back only when something is thrown. */
class RolledBack extends Error {
  constructor(readonly answer: unknown) {
    super("rolled back on a failed result");
  }
}

function isFailed(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
}
