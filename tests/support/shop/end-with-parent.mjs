// Preloaded into a process (`node --import`): it ends with the process that started it, also where that one was killed.
process.channel?.unref();
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
