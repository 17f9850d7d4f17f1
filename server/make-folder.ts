import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes a folder and what should hold it; Node's own recursive mkdir never ends where the system refuses by ENOENT, as under /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const reason = await tryFolder(folder);
  if (reason === "ENOENT" && dirname(folder) !== folder) {
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

/** ENOENT when what should hold the folder is not there; null when the folder now is. */
async function tryFolder(folder: string): Promise<"ENOENT" | null> {
  try {
    await mkdir(folder);
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return code;
    if (code === "EEXIST") return null;
    throw error;
  }
}
