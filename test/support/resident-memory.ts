import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { median, rounded } from "./figures.ts";

/** What a process and those it started hold, while something is done to it. */
export interface WatchedMemory {
  /** Megabytes of every second so far; none where the system has no /proc. */
  readonly megabytes: readonly number[];
  /** Of the last quarter more than of the second one, medians; null: too few seconds. */
  growth(): number | null;
}

/** Looks every second until the signal. */
export function watchMemory(pid: number, signal: AbortSignal): WatchedMemory {
  const megabytes: number[] = [];
  void (async () => {
    while (!signal.aborted) {
      const now = await residentMegabytes(pid);
      if (now !== null) megabytes.push(now);
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    megabytes,
    growth() {
      const quarter = Math.floor(megabytes.length / 4);
      const early = median(megabytes.slice(quarter, 2 * quarter));
      const late = median(megabytes.slice(-quarter));
      return quarter === 0 || early === null || late === null ? null : rounded(late - early);
    },
  };
}

/** Resident megabytes of the process and of its children; null: it has ended, or the system does not say. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const own = await residentOf(pid);
  if (own === null) return null;
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  let kilobytes = own.kilobytes;
  for (const other of processes) {
    const found = await residentOf(other);
    if (found?.parent === pid) kilobytes += found.kilobytes;
  }
  return rounded(kilobytes / 1024);
}

async function residentOf(pid: number): Promise<{ parent: number; kilobytes: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const numberOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  const [parent, kilobytes] = [numberOf("PPid"), numberOf("VmRSS")];
  return Number.isNaN(kilobytes) ? null : { parent, kilobytes };
}
