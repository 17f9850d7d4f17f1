import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a bench or a soak answers: figures with their unit in the name, as JSON. */
export interface Figures {
  /** Promises and what was measured of them; one that is not held ends the program with 1. */
  bars?: readonly Bar[];
  [figure: string]: unknown;
}

/** A promise held when `value` is at most `atMost`, or at least `atLeast`. */
export interface Bar {
  name: string;
  value: number | null;
  atMost?: number;
  atLeast?: number;
}

/** What a file of test/bench or test/soak exports. */
export interface FigureModule {
  /** One line: what is measured. */
  summary: string;
  run(options: FigureOptions): Promise<Figures>;
}

export interface FigureOptions {
  /** The number of `--name N`, else the fallback. */
  number(name: string, fallback: number): number;
  /** Whether `--name` stands there. */
  flag(name: string): boolean;
  /** What is under way, for a person: on the error output, so that the JSON stays alone. */
  note(line: string): void;
}

/** What a proof printed, or why it printed nothing. */
export interface Proof {
  name: string;
  /** ISO day. */
  date: string;
  machine: Record<string, unknown>;
  bars: readonly (Bar & { held: boolean })[];
  error?: string;
}

/**
 * The program behind `npm run bench` and `npm run soak`: one file of the folder a name; without a name, all of them
 * with `--json`, each in a process of its own, else their list. Returns the exit code.
 */
export async function runFigures(folder: string, words: readonly string[]): Promise<number> {
  const names = globSync("*.ts", { cwd: folder })
    .map((file) => basename(file, ".ts"))
    .filter((name) => name !== "run")
    .sort();
  const [name, ...rest] = words;
  if (name?.startsWith("--") && words.includes("--json")) return await runAll(folder, names, words);
  if (name === undefined || name.startsWith("--")) {
    for (const each of names) console.log(`${each.padEnd(16)} ${(await loadModule(folder, each)).summary}`);
    return 0;
  }
  if (!names.includes(name)) {
    console.error(`There is no ${name}: ${names.join(", ") || "none yet"}.`);
    return 2;
  }
  const figures = await (await loadModule(folder, name)).run(readOptions(rest));
  const bars = (figures.bars ?? []).map((bar) => ({ ...bar, held: isHeld(bar) }));
  const result = { name, date: today(), machine: machineFacts(), ...figures, bars };
  console.log(rest.includes("--json") ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  return bars.every((bar) => bar.held) ? 0 : 1;
}

/** Every proof of the folder, one after the other; a proof that breaks is told, and the others go on. */
async function runAll(folder: string, names: readonly string[], words: readonly string[]): Promise<number> {
  const proofs: unknown[] = [];
  let code = 0;
  for (const name of names) {
    console.error(`— ${name}`);
    const { output, exit } = await runProof([join(folder, "run.ts"), name, ...words]);
    if (exit !== 0) code = 1;
    try {
      proofs.push(JSON.parse(output));
    } catch {
      proofs.push({ name, date: today(), machine: machineFacts(), bars: [], error: `ended with ${exit}` });
    }
  }
  console.log(JSON.stringify({ date: today(), machine: machineFacts(), proofs }));
  return code;
}

function runProof(words: readonly string[]): Promise<{ output: string; exit: number }> {
  const child = spawn(process.execPath, [...process.execArgv, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve({ output, exit: exit ?? 1 }));
  });
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Cores, memory and Node: without them no figure can be compared with another. */
export function machineFacts(): Record<string, unknown> {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? null,
    memory_mb: Math.round(totalmem() / 2 ** 20),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
  };
}

/** The middle of the values, the mean of the two middle ones; null of none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** The value under which `share` of the values stand, interpolated; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (at - Math.floor(at));
}

/** Rounded for reading: figures of one run do not mean more. */
export function rounded(value: number | null, decimals = 1): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}

function isHeld({ value, atMost, atLeast }: Bar): boolean {
  if (value === null) return false;
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}

async function loadModule(folder: string, name: string): Promise<FigureModule> {
  return (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as FigureModule;
}

function readOptions(words: readonly string[]): FigureOptions {
  return {
    flag: (name) => words.includes(`--${name}`),
    note: (line) => console.error(line),
    number(name, fallback) {
      const at = words.indexOf(`--${name}`);
      if (at === -1) return fallback;
      const value = Number(words[at + 1]);
      if (!Number.isFinite(value)) throw new Error(`--${name} is followed by a number.`);
      return value;
    },
  };
}
