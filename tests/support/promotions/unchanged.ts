import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whether a check has passed on this machine with exactly these files (for a folder, its rules). On a fresh clone, none has. */
export function passedBefore(check: string, inputs: readonly string[]) {
  const stamp = join("node_modules/.collimator", check);
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  const now = hash.digest("hex");
  return {
    isUnchanged: readIfThere(stamp) === now,
    remember: () => {
      mkdirSync(dirname(stamp), { recursive: true });
      writeFileSync(stamp, now);
    },
  };
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => !/\.(server\.ts|tsx|test\.ts)$/.test(name))
    .flatMap((name) => filesIn(join(path, name)));
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
