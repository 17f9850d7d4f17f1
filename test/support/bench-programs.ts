import { spawn } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { childrenCpuMs } from "./children-cpu.ts";

const ROOT = dirname(dirname(import.meta.dirname));
const PROGRAMS = join(ROOT, "test", "bench", "programs");

/** What a program took. */
export interface Run {
  ms: number;
  /** Of the processor, in all its threads; null where the system does not say it. */
  cpu_ms: number | null;
  /** Null where the system does not say it. */
  peak_mb: number | null;
  output: string;
}

/** Runs `use` on a copy of the template's data folder, which is then removed. */
export async function fresh<Value>(
  { folder, template }: { folder: string; template: string },
  use: (data: string) => Promise<Value>,
): Promise<Value> {
  const data = join(folder, "data");
  await cp(template, data, { recursive: true });
  try {
    return await use(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** A program of ours on its own database, started as `npm run cli` starts it, with its highest memory. */
export async function ours(words: readonly string[], env: Record<string, string>): Promise<Run> {
  const peakFile = join(tmpdir(), `bonnepart-peak-${process.pid}.json`);
  const preload = ["./server/cli/guard.mjs", pathToFileURL(join(PROGRAMS, "report-peak.mjs")).href];
  const memory = ["--max-semi-space-size=16", "--single-threaded-gc"];
  const args = [...memory, ...preload.flatMap((file) => ["--import", file]), ...words];
  const { DATABASE_URL: _url, ...own } = process.env;
  const { ms, cpu_ms, output } = await program(process.execPath, args, {
    env: { ...own, ...env, PEAK_FILE: peakFile },
    input: "",
  });
  const peak = await readFile(peakFile, "utf8").then(
    (text) => JSON.parse(text) as { peak_kb: number },
    () => null,
  );
  await rm(peakFile, { force: true });
  return { ms, cpu_ms, output, peak_mb: peak === null ? null : Math.round(peak.peak_kb / 1024) };
}

/** Runs a program to its end; throws when it fails. */
export function program(
  command: string,
  args: readonly string[],
  { env, input }: { env: NodeJS.ProcessEnv; input: string },
): Promise<Omit<Run, "peak_mb">> {
  return new Promise((resolve, reject) => {
    const cpuBefore = childrenCpuMs();
    const start = performance.now();
    const child = spawn(command, [...args], { cwd: ROOT, env, stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    let complaints = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => {
      const ms = performance.now() - start;
      const cpuAfter = childrenCpuMs();
      const cpu_ms = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
      if (code === 0) resolve({ ms, cpu_ms, output });
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${complaints}${output}`));
    });
    child.stdin.end(input);
  });
}
