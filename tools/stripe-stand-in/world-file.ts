import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { emptyWorld, type World } from "./world";

export type WorldFile = {
  world: World;
  /** Resolves once everything in the world at the time of the call is on disk. Rejects if that fails. */
  save(): Promise<void>;
};

/** Without a folder, the world is in memory only. Throws if the file exists but isn't the stand-in's. */
export async function openWorldFile(folder: string | undefined): Promise<WorldFile> {
  if (!folder) return { world: emptyWorld(), save: async () => {} };
  await mkdir(folder, { recursive: true });
  const path = join(folder, "stripe-stand-in.json");
  const world = await readWorld(path);
  return { world, save: shareWrites(() => writeWorld(path, world)) };
}

async function readWorld(path: string): Promise<World> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return emptyWorld();
  const world = parseWorld(text);
  if (!world) throw new Error(`${path} is not a data file of this stand-in. Move it away to start with empty data.`);
  return world;
}

/** Collections added by a later version start empty; any other `version` is refused. */
function parseWorld(text: string): World | undefined {
  try {
    const read: Partial<World> | null = JSON.parse(text);
    return read?.version === 1 ? { ...emptyWorld(), ...read } : undefined;
  } catch {
    return undefined;
  }
}

/** Written to another file, flushed, then renamed: a crash leaves the old file or the new one, never half of one. */
async function writeWorld(path: string, world: World): Promise<void> {
  const beside = `${path}.writing`;
  const file = await open(beside, "w");
  try {
    await file.writeFile(JSON.stringify(world));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** One write at a time. Requests during a write share the next one, so a crowd costs two writes, not a hundred. */
function shareWrites(write: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => {}) // reported to the callers waiting for it; the next write retries everything
      .then(() => {
        next = undefined;
        running = write();
        return running;
      });
    return next;
  };
}
