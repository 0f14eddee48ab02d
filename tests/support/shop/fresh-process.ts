import "./compile-once.mjs";
import { vi } from "vitest";

// Test files share a process but nothing that one of them leaves behind: not the state of our modules (the database client, the
// environment, rate limits, how far a sweep got), not variables, and not a changed clock.
const worker = globalThis as { variablesAtStart?: NodeJS.ProcessEnv };
worker.variablesAtStart ??= { ...process.env };
for (const name of Object.keys(process.env)) delete process.env[name];
Object.assign(process.env, worker.variablesAtStart);
vi.useRealTimers();
vi.resetModules();
