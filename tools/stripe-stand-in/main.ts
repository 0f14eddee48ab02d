import { readOptions } from "./options";
import { startStandIn } from "./start";

/** `tsx tools/stripe-stand-in/main.ts`: runs the stand-in until it is stopped. Settings: README.md in this folder. */
async function main(): Promise<void> {
  const read = readOptions(process.env);
  if (!read.ok) return fail(`Stripe stand-in: ${read.complaints.join("\nStripe stand-in: ")}`);
  try {
    const running = await startStandIn(read.options);
    console.log(`Stripe stand-in on ${running.url}`);
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => running.close().then(() => process.exit(0), fail));
    }
  } catch (error) {
    fail(explain(error, read.options.port));
  }
}

function explain(error: unknown, port: number | undefined): string {
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return `Stripe stand-in: port ${port} is in use. Stop what is running there, or choose another with STAND_IN_PORT.`;
  }
  return `Stripe stand-in: ${error instanceof Error ? error.message : error}`;
}

function fail(message: unknown): void {
  console.error(message);
  process.exit(1);
}

await main();
