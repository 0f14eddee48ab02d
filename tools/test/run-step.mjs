// Runs the parts of `npm test` in parallel: measures what each costs, keeps their output separate, and ends them all.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";

// A shell, because only it reports what all children of a program cost (`times`). It ends its group if we have ended: then our
// end of the pipe 4 is closed.
const script = `
"$@" 3>&- 4<&- & child=$!
(read -r line <&4; kill -TERM 0) 2>/dev/null & watch=$!
wait $child; code=$?
kill $watch 2>/dev/null
times >&3
exit $code`;
const hasShell = process.platform !== "win32";
const secondsToEnd = 20;

/** Running: process ids, each the leader of a group. */
const running = new Set();
let isEnding = false;
/** Finished: { name, seconds, processorSeconds }. */
export const steps = [];

/** Runs a JavaScript program; returns its exit code. Its processes that no one waits for add what they used to a file in `folder`. */
export async function runStep(name, args, { env = {}, folder }) {
  const began = performance.now();
  const [command, ...rest] = [...(hasShell ? ["/bin/sh", "-c", script, "sh"] : []), process.execPath, ...args];
  const unwaited = join(folder, `${name}.seconds`);
  const child = spawn(command, rest, {
    detached: hasShell,
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}), ...env, PROCESSOR_SECONDS: unwaited },
  });
  running.add(child.pid);
  const print = printerOf(name);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", print.write);
  let times = "";
  child.stdio[3].on("data", (text) => {
    times += text;
  });
  const [code] = await once(child, "close");
  running.delete(child.pid);
  // A caller waiting for the result would continue as if it had ended by itself.
  if (isEnding) return new Promise(() => {});
  print.end();
  const processorSeconds = secondsIn(times.split("\n")[1] ?? "") + sumOf(unwaited);
  steps.push({ name, seconds: (performance.now() - began) / 1000, processorSeconds });
  return code;
}

/** From "1m2.5s 0m0.25s". */
function secondsIn(times) {
  return [...times.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

function sumOf(file) {
  if (!existsSync(file)) return 0;
  return readFileSync(file, "utf8")
    .split("\n")
    .reduce((sum, line) => sum + Number(line), 0);
}

/** Ends everything running: gently, then by force what hasn't ended after a while. */
export async function endSteps() {
  isEnding = true;
  const groups = [...running].map((pid) => (hasShell ? -pid : pid));
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    for (const group of groups) send(group, signal);
    for (let waited = 0; waited < secondsToEnd && groups.some((group) => send(group, 0)); waited += 0.1)
      await after(100);
  }
}

function send(group, signal) {
  try {
    return process.kill(group, signal);
  } catch {
    return false;
  }
}

/** The step printed as it runs; the others' output is kept until their turn. */
const printers = [];

function printerOf(name) {
  const printer = { kept: [`\n── ${name}\n`], hasEnded: false };
  printers.push(printer);
  flush();
  return {
    write: (text) => {
      printer.kept.push(text);
      flush();
    },
    end: () => {
      printer.hasEnded = true;
      flush();
    },
  };
}

function flush() {
  for (;;) {
    const [first] = printers;
    if (!first) return;
    for (const text of first.kept.splice(0)) process.stdout.write(text);
    if (!first.hasEnded) return;
    printers.shift();
  }
}
