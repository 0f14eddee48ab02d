import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SmallDisk = {
  folder: string;
  /** Fills the remaining space, except for this many bytes. */
  fill: (leave?: number) => void;
  /** Frees the space again. */
  clear: () => void;
  remove: () => void;
};

/** A separate, small filesystem that fills up quickly. Mounting one needs root (in a container: CAP_SYS_ADMIN) or sudo without a
 *  password. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "collimator-small-disk-"));
  asRoot("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=777`, "tmpfs", folder]);
  chmodSync(folder, 0o777);
  const ballast = join(folder, "ballast");
  const clear = () => rmSync(ballast, { force: true });
  return {
    folder,
    fill: (leave = 0) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
    },
    clear,
    remove: () => {
      asRoot("umount", ["-l", folder]);
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}

function asRoot(command: string, args: string[]): void {
  const [program = command, ...rest] = process.getuid?.() === 0 ? [command, ...args] : ["sudo", "-n", command, ...args];
  const { status, stderr, error } = spawnSync(program, rest, { encoding: "utf8" });
  if (status !== 0)
    throw new Error(
      `${command} was refused (${error?.message ?? stderr.trim()}): a full disk can be tested only where a small one can be mounted`,
    );
}
