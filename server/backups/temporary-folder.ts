import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "../make-folder.ts";

/**
 * Makes `${path}-PID`, open to this account only, for as long as this process works in it. What a killed process left
 * under the same name is removed first.
 */
export async function makeTemporaryFolder(path: string): Promise<string> {
  const parent = dirname(path);
  await makeFolder(parent);
  const start = `${basename(path)}-`;
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await discard(join(parent, name));
  }
  const folder = `${path}-${process.pid}`;
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Removes a temporary folder, whatever is in it. */
export async function discard(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and another account's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
