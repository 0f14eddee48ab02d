import { Semaphore } from "async-mutex";

type Limits = {
  /** How many work at the same time. */
  atOnce: number;
  /** How many more may wait. */
  waiting: number;
  /** How many of both may be one client's, so that no client fills the queue for all. */
  perClient: number;
};

/** Does costly work a few at a time, in this process. */
export function createTurns({ atOnce, waiting, perClient }: Limits) {
  const turns = new Semaphore(atOnce);
  const clients = new Map<string, number>();
  let all = 0;
  const count = (client: string, change: 1 | -1) => {
    all += change;
    const own = (clients.get(client) ?? 0) + change;
    if (own > 0) clients.set(client, own);
    else clients.delete(client);
  };
  return {
    /** Waits for a turn and returns what ends it; undefined without waiting if too many wait already. */
    async take(client: string): Promise<(() => void) | undefined> {
      if (all >= atOnce + waiting || (clients.get(client) ?? 0) >= perClient) return undefined;
      count(client, 1);
      const [, release] = await turns.acquire();
      return () => {
        release();
        count(client, -1);
      };
    },
  };
}
export type Turns = ReturnType<typeof createTurns>;

/** Seconds, for whoever found the queue full. */
export const retryAfter = 5;
