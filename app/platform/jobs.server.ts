import { log } from "./log.server";

export type Job = { name: string; run: () => Promise<void> };

/** Runs the jobs one after the other, again and again, until stopped. Every job is safe to run in several processes at
 *  once; a job that throws is logged and tried again next time. */
export function startJobs(jobs: Job[], everySeconds: number): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function round() {
    for (const job of jobs) {
      if (stopped) return;
      try {
        await job.run();
      } catch (error) {
        log.error({ err: error, job: job.name }, "job failed");
      }
    }
    if (!stopped) timer = setTimeout(begin, everySeconds * 1000);
  }
  function begin() {
    running = round();
  }

  if (everySeconds > 0) begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
