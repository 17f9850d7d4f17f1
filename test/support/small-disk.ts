import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  folder: string;
  remove(): Promise<void>;
}

/** A disk of so many megabytes in memory; null where this account may not mount one. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  async function remove(): Promise<void> {
    if (mounted.status === 0) spawnSync("umount", [folder]);
    await rm(folder, { recursive: true, force: true });
  }
  if (mounted.status === 0) return { folder, remove };
  await remove();
  return null;
}
