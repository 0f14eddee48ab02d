import { expect, test, vi } from "vitest";
import { until } from "../../tests/support/until";
import { startJobs } from "./jobs.server";

test("a job that waits for somebody holds up no other, and the end waits for it", async () => {
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let mails = 0;
  const { stop } = startJobs(
    [
      { name: "asks", run: () => waiting },
      { name: "mail", run: async () => void mails++ },
    ],
    0.001,
  );
  await until(() => expect(mails).toBeGreaterThan(2));
  let isOver = false;
  const stopped = stop().then(() => {
    isOver = true;
  });
  const sent = mails;
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  answer();
  await stopped;
  expect(mails).toBe(sent);
});

test("a job that throws is tried again", async () => {
  let tries = 0;
  const run = async () => {
    tries += 1;
    throw new Error("not now");
  };
  const { stop } = startJobs([{ name: "fails", run }], 0.001);
  await until(() => expect(tries).toBeGreaterThan(2));
  await stop();
});

test("none runs in a process that is told so", async () => {
  const run = vi.fn(async () => {});
  await startJobs([{ name: "never", run }], 0).stop();
  expect(run).not.toHaveBeenCalled();
});
