// Steps that take a while say so while they run, even several at a time.
const open = new Map();
const onTerminal = process.stdout.isTTY;
let ticker;

/** Does the work and prints how long it takes: every second on a terminal's last line, elsewhere a line every ten seconds. */
export async function step(name, work) {
  open.set(name, performance.now());
  ticker ??= setInterval(show, onTerminal ? 1000 : 10_000);
  show();
  try {
    return await work();
  } finally {
    const seconds = secondsSince(open.get(name));
    open.delete(name);
    if (onTerminal) process.stdout.write("\r\x1b[K");
    console.log(`✓ ${name}: ${seconds} s`);
    if (open.size === 0) ticker = clearInterval(ticker);
  }
}

function show() {
  const line = [...open].map(([name, start]) => `${name} … ${secondsSince(start)} s`).join("   ");
  process.stdout.write(onTerminal ? `\r\x1b[K${line}` : `  ${line}\n`);
}

const secondsSince = (start) => Math.round((performance.now() - start) / 1000);
