import fc from "fast-check";
import { readSpreadsheet } from "../hostile/read-spreadsheet.ts";
import { SPREADSHEET_BOMBS } from "../hostile/spreadsheet-bombs.ts";
import type { HostileSpreadsheet } from "../hostile/spreadsheets.ts";
import { faultOf, hostileSpreadsheets } from "../hostile/spreadsheets.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { quantile, rounded } from "../support/figures.ts";

export const summary =
  "10 000 damaged spreadsheets and bombs, each read by name, strictly and by its mapping (--files N, --seed N)";

const MEGABYTE = 1_048_576;
/** Files are made in batches, so that they do not stand in memory all at once. */
const BATCH = 200;
/** Beyond this a file is read aside, within the limits, as the product does. */
const LARGE_BYTES = 300_000;

export async function run(options: FigureOptions): Promise<Figures> {
  const files = options.number("files", 10_000);
  const seed = options.number("seed", 20_261_126);
  const outcomes: Record<string, number> = {};
  const faults: { kind: string; seed: number; fault: string }[] = [];
  const milliseconds: number[] = [];
  const start = performance.now();
  let growth = 0;
  for (let done = 0; done < files; done += BATCH) {
    const batchSeed = seed + done;
    const batch = fc.sample(hostileSpreadsheets, { numRuns: Math.min(BATCH, files - done), seed: batchSeed });
    // Batches of bombs are memory too: what counts is what reading adds.
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      growth = Math.max(growth, process.memoryUsage.rss() - before);
    }, 10);
    for (const hostile of batch) {
      const began = performance.now();
      const outcome = await tryFile(hostile);
      milliseconds.push(performance.now() - began);
      outcomes[outcome.name] = (outcomes[outcome.name] ?? 0) + 1;
      if (outcome.fault !== null) faults.push({ kind: hostile.kind, seed: batchSeed, fault: outcome.fault });
    }
    clearInterval(watch);
    options.note(`${Math.min(done + BATCH, files)} / ${files}, ${faults.length} faults`);
  }
  return {
    files,
    seed,
    seconds: rounded((performance.now() - start) / 1000),
    outcomes,
    faults: faults.slice(0, 20),
    median_ms: rounded(quantile(milliseconds, 0.5), 2),
    p99_ms: rounded(quantile(milliseconds, 0.99)),
    bars: [
      { name: "files that crashed the reader or were read wrongly", value: faults.length, atMost: 0 },
      { name: "longest file, three readings, ms", value: rounded(Math.max(...milliseconds)), atMost: 90_000 },
      { name: "memory added while reading, MB", value: rounded(growth / MEGABYTE), atMost: 1_024 },
    ],
  };
}

async function tryFile({ kind, bytes }: HostileSpreadsheet): Promise<{ name: string; fault: string | null }> {
  try {
    const isLarge = bytes.length > LARGE_BYTES;
    const isBomb = Object.hasOwn(SPREADSHEET_BOMBS, kind);
    const read = await readSpreadsheet(bytes, isLarge || isBomb ? "aside" : "here");
    const fault = read.map(faultOf).find((each) => each !== null) ?? null;
    const best = read.reduce((rows, file) => Math.max(rows, file.rows.length), 0);
    return { name: best > 0 ? "read" : (read.at(-1)?.issues[0]?.code ?? "no purchase"), fault };
  } catch (error) {
    return { name: "crash", fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
