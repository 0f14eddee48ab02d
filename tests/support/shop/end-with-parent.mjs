// Preloaded into a process (`node --import`) so that it ends with its parent process, even if that was killed.
process.channel?.unref();
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
