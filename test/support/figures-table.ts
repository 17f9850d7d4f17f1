import type { Proof } from "./figures.ts";

const START = "<!-- figures: written by `npm run figures` -->";
const END = "<!-- /figures -->";
const HEAD = ["| proof | figure | value | bar | |", "|---|---|---:|---:|---|"];

/** The proofs of a file: one proof, or all that a run printed. Throws when it is neither. */
export function proofsOf(text: string): Proof[] {
  const read = JSON.parse(text) as Partial<Proof> & { proofs?: Proof[] };
  if (Array.isArray(read.proofs)) return read.proofs;
  if (typeof read.name === "string" && Array.isArray(read.bars)) return [read as Proof];
  throw new Error("This file holds no figures: it is what `npm run -s bench -- NAME --json` prints.");
}

/** One row a figure; a proof that was run again replaces the former one. */
export function tableOf(proofs: readonly Proof[]): string {
  const latest = new Map(proofs.map((proof) => [proof.name, proof]));
  const rows = [...latest.values()]
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ name, bars, error }) =>
      error === undefined
        ? bars.map((bar) => {
            const bound = bar.atMost === undefined ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`;
            return `| \`${name}\` | ${bar.name} | ${bar.value ?? "–"} | ${bound} | ${bar.held ? "held" : "**not held**"} |`;
          })
        : [`| \`${name}\` | ${error} | – | – | **not held** |`],
    );
  const machines = new Set(
    [...latest.values()].map(({ date, machine }) => `${date}, ${machineWords(machine)}`),
  );
  return [`Measured ${[...machines].join("; ")}.`, "", ...HEAD, ...rows].join("\n");
}

/** The page with the table in its place. Throws when the page has none. */
export function withTable(page: string, table: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end < start) throw new Error(`The page has no place for figures: ${START} … ${END}.`);
  return `${page.slice(0, start + START.length)}\n${table}\n${page.slice(end)}`;
}

function machineWords({ cores, processor, memory_mb, node }: Record<string, unknown>): string {
  return `${cores} cores (${processor}), ${Math.round(Number(memory_mb) / 1024)} GB, Node ${node}`;
}
