import { readInvoice } from "../../server/readers/invoice.ts";
import { startInvoiceReader } from "../../server/readers/read-invoice-aside.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { median, quantile, rounded } from "../support/figures.ts";
import type { Syntax } from "../support/invoices/case.ts";
import { bytesOf, food, write } from "../support/invoices/case.ts";
import type { Spec } from "../support/invoices/spec.ts";
import { writePdf } from "../support/invoices/write-pdf.ts";

export const summary = "milliseconds to read an e-invoice, by kind and number of lines (--runs N)";

const SYNTAXES: readonly Syntax[] = ["ubl", "cii", "zugferd1"];
const LINES = [10, 100, 1_000];
/** A file dropped on the page is shown before the hand has left the mouse. */
const MILLISECONDS_OF_100_LINES = 100;

export async function run(options: FigureOptions): Promise<Figures> {
  const runs = options.number("runs", 30);
  const kinds: Record<string, Measure> = {};
  for (const syntax of SYNTAXES)
    for (const lines of LINES) {
      const bytes = bytesOf(write(syntax, ofLines(lines)));
      kinds[`${syntax}, ${lines} lines`] = await measure(bytes, runs);
    }
  for (const objectStreams of [false, true]) {
    const content = bytesOf(write("cii", ofLines(100)));
    const bytes = writePdf({ attachments: [{ name: "factur-x.xml", content }], objectStreams });
    kinds[`pdf, 100 lines${objectStreams ? ", object streams" : ""}`] = await measure(bytes, runs);
  }
  return {
    runs,
    kinds,
    first_pdf_in_a_new_thread_ms: await measureThread(),
    bars: Object.entries(kinds)
      .filter(([kind]) => kind.includes("100 lines"))
      .map(([kind, { median_cpu_ms }]) => ({
        name: `${kind}, median ms of the processor`,
        value: median_cpu_ms,
        atMost: MILLISECONDS_OF_100_LINES,
      })),
  };
}

interface Measure {
  bytes: number;
  median_ms: number | null;
  p95_ms: number | null;
  /** Of the processor: what a busy machine does not change. */
  median_cpu_ms: number | null;
}

function ofLines(count: number): Spec {
  const [line] = food().lines;
  if (line === undefined) throw new Error("food has lines");
  return food({ lines: Array.from({ length: count }, (_, index) => ({ ...line, id: String(index + 1) })) });
}

async function measure(bytes: Uint8Array, runs: number): Promise<Measure> {
  const milliseconds: number[] = [];
  const processor: number[] = [];
  await readInvoice(bytes);
  for (let turn = 0; turn < runs; turn++) {
    const start = performance.now();
    const used = process.cpuUsage();
    await readInvoice(bytes);
    const { user, system } = process.cpuUsage(used);
    milliseconds.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  return {
    bytes: bytes.length,
    median_ms: rounded(median(milliseconds), 2),
    p95_ms: rounded(quantile(milliseconds, 0.95), 2),
    median_cpu_ms: rounded(median(processor), 2),
  };
}

/** What the first PDF of an idle server costs: a thread, and the library for PDF. */
async function measureThread(): Promise<number | null> {
  const content = bytesOf(write("cii", ofLines(100)));
  const bytes = writePdf({ attachments: [{ name: "factur-x.xml", content }] });
  const reader = startInvoiceReader();
  const start = performance.now();
  await reader.read(bytes);
  const milliseconds = performance.now() - start;
  await reader.stop();
  return rounded(milliseconds);
}
