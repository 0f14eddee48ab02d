/**
 * For a Node process that lives for seconds: V8 leaves the WebAssembly of Prisma's query compiler as its first, quick
 * compiler made it. Making it faster costs each process about a second of both cores, and pays only in one that stays.
 */
export const shortLived = ["--liftoff-only"];
