/**
 * For a Node process that lives for seconds: V8 keeps the WebAssembly of Prisma's query compiler as its first, quick
 * compiler made it. Optimizing it costs each process about a second on both cores, and pays off only in a long-running one.
 */
export const shortLived = ["--liftoff-only"];
