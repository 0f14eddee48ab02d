import { log } from "./log.server";

export type Job = { name: string; run: () => Promise<void> };

/** Runs each job repeatedly until stopped, with a pause between runs (0: never). Jobs don't wait for each other, so a
 *  server that doesn't answer can't delay the mail. Every job is safe to run concurrently in several processes; one
 *  that throws is logged and tried again next time. */
export function startJobs(jobs: Job[], everySeconds: number): { stop: () => Promise<void> } {
  const loops = everySeconds > 0 ? jobs.map((job) => startLoop(job, everySeconds)) : [];
  return { stop: async () => void (await Promise.all(loops.map(({ stop }) => stop()))) };
}

function startLoop(job: Job, everySeconds: number): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void>;

  async function round() {
    try {
      await job.run();
    } catch (error) {
      log.error({ err: error, job: job.name }, "job failed");
    }
    if (!stopped) timer = setTimeout(begin, everySeconds * 1000);
  }
  function begin() {
    running = round();
  }

  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
