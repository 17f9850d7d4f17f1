import fc from "fast-check";
import { startInvoiceReader } from "../../server/readers/read-invoice-aside.ts";
import { faultOf, hostileInvoices } from "../hostile/invoices.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { quantile, rounded } from "../support/figures.ts";

export const summary =
  "10 000 damaged invoices and bombs: none crashes, hangs or takes memory (--files N, --seed N)";

const MEGABYTE = 1_048_576;
/** Files are made in batches, so that they do not stand in memory all at once. */
const BATCH = 200;

export async function run(options: FigureOptions): Promise<Figures> {
  const files = options.number("files", 10_000);
  const seed = options.number("seed", 20_261_126);
  const reader = startInvoiceReader();
  const outcomes: Record<string, number> = {};
  const faults: { kind: string; seed: number; fault: string }[] = [];
  const milliseconds: number[] = [];
  const start = performance.now();
  let growth = 0;
  for (let done = 0; done < files; done += BATCH) {
    const batchSeed = seed + done;
    const batch = fc.sample(hostileInvoices, { numRuns: Math.min(BATCH, files - done), seed: batchSeed });
    // Batches of bombs are memory too: what counts is what reading adds.
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      growth = Math.max(growth, process.memoryUsage.rss() - before);
    }, 10);
    for (const { kind, bytes } of batch) {
      const began = performance.now();
      const outcome = await tryFile(reader, bytes);
      milliseconds.push(performance.now() - began);
      outcomes[outcome.name] = (outcomes[outcome.name] ?? 0) + 1;
      if (outcome.fault !== null) faults.push({ kind, seed: batchSeed, fault: outcome.fault });
    }
    clearInterval(watch);
    options.note(`${Math.min(done + BATCH, files)} / ${files}, ${faults.length} faults`);
  }
  await reader.stop();
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
      { name: "longest reading, ms", value: rounded(Math.max(...milliseconds)), atMost: 30_000 },
      { name: "memory added while reading, MB", value: rounded(growth / MEGABYTE), atMost: 512 },
    ],
  };
}

async function tryFile(
  reader: ReturnType<typeof startInvoiceReader>,
  bytes: Uint8Array,
): Promise<{ name: string; fault: string | null }> {
  try {
    const reading = await reader.read(bytes);
    return { name: reading.ok ? "read" : reading.code, fault: faultOf(reading) };
  } catch (error) {
    return { name: "crash", fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
