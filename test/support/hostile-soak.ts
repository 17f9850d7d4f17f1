import fc from "fast-check";
import type { FigureOptions, Figures } from "./figures.ts";
import { quantile, rounded } from "./figures.ts";

/** What became of one damaged file; `fault` null: it ended in a reading or a reason. */
export interface HostileOutcome {
  name: string;
  fault: string | null;
}

const MEGABYTE = 1_048_576;
/** Files are made in batches, so that they do not stand in memory all at once. */
const BATCH = 200;
/** Files named in the result for the time they took. */
const SLOWEST = 20;

interface Timed {
  kind: string;
  bytes: number;
  ms: number;
}

/** Reads `--files` damaged files made from `--seed`, one after another, and bounds faults, time and memory. */
export async function runHostile<Hostile extends { kind: string; bytes: Uint8Array }>(
  options: FigureOptions,
  {
    hostile,
    read,
    mostMs,
    mostMegabytes,
  }: {
    hostile: fc.Arbitrary<Hostile>;
    read: (file: Hostile) => Promise<HostileOutcome>;
    /** For the longest file. */
    mostMs: number;
    /** Added while reading. */
    mostMegabytes: number;
  },
): Promise<Figures> {
  const files = options.number("files", 10_000);
  const seed = options.number("seed", 20_261_126);
  const outcomes: Record<string, number> = {};
  const faults: { kind: string; seed: number; fault: string }[] = [];
  const timed: Timed[] = [];
  const start = performance.now();
  let growth = 0;
  for (let done = 0; done < files; done += BATCH) {
    const batchSeed = seed + done;
    const batch = fc.sample(hostile, { numRuns: Math.min(BATCH, files - done), seed: batchSeed });
    // Batches of bombs are memory too: what counts is what reading adds.
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      growth = Math.max(growth, process.memoryUsage.rss() - before);
    }, 10);
    for (const file of batch) {
      const began = performance.now();
      const outcome = await read(file).catch(crashed);
      timed.push({ kind: file.kind, bytes: file.bytes.length, ms: performance.now() - began });
      outcomes[outcome.name] = (outcomes[outcome.name] ?? 0) + 1;
      if (outcome.fault !== null) faults.push({ kind: file.kind, seed: batchSeed, fault: outcome.fault });
    }
    clearInterval(watch);
    options.note(`${Math.min(done + BATCH, files)} / ${files}, ${faults.length} faults`);
  }
  const slowest = timed
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, SLOWEST)
    .map((file) => ({ ...file, ms: Math.round(file.ms) }));
  const milliseconds = timed.map(({ ms }) => ms);
  return {
    files,
    seed,
    seconds: rounded((performance.now() - start) / 1000),
    outcomes,
    faults: faults.slice(0, 20),
    median_ms: rounded(quantile(milliseconds, 0.5), 2),
    p99_ms: rounded(quantile(milliseconds, 0.99)),
    slowest,
    bars: [
      { name: "files that crashed the reader or were read wrongly", value: faults.length, atMost: 0 },
      { name: "longest file, ms", value: slowest[0]?.ms ?? null, atMost: mostMs },
      { name: "memory added while reading, MB", value: rounded(growth / MEGABYTE), atMost: mostMegabytes },
    ],
  };
}

function crashed(error: unknown): HostileOutcome {
  return { name: "crash", fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
