// For a process that opens one database client after another: Prisma passes the same WebAssembly each time, and compiling it
// is most of a client's cost.
const { Module } = WebAssembly;
/** @type {Map<number, { bytes: Buffer, module: WebAssembly.Module }>} */
const compiled = new Map();

WebAssembly.Module = new Proxy(Module, {
  construct(target, [source]) {
    const bytes = Buffer.from(source);
    const before = compiled.get(bytes.length);
    if (before?.bytes.equals(bytes)) return before.module;
    const module = new target(source);
    compiled.set(bytes.length, { bytes, module });
    return module;
  },
});
