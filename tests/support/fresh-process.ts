import "./compile-once.mjs";
import { vi } from "vitest";

// Test files share a process, but nothing that one of them left: neither what a module of ours keeps (the database's client, the
// environment, the limits against guessing, how far a sweep came) nor variables, nor a clock that was changed.
const worker = globalThis as { variablesAtStart?: NodeJS.ProcessEnv };
worker.variablesAtStart ??= { ...process.env };
for (const name of Object.keys(process.env)) delete process.env[name];
Object.assign(process.env, worker.variablesAtStart);
vi.useRealTimers();
vi.resetModules();
