import { expect, test } from "vitest";
import type { Proof } from "./figures.ts";
import { proofsOf, tableOf, withTable } from "./figures-table.ts";

const MACHINE = { cores: 2, processor: "A processor", memory_mb: 24_106, node: "v24.21.0" };
const PROOF: Proof = {
  name: "scale",
  date: "2026-11-27",
  machine: MACHINE,
  bars: [
    { name: "dashboard, ms", value: 4.88, atMost: 15, held: true },
    { name: "ratio", value: 0.14, atLeast: 0.5, held: false },
  ],
};
const PAGE = "# Page\n<!-- figures: written by `npm run figures` -->\nold\n<!-- /figures -->\nend";

test("every figure has its row, its bar and whether it is held", () => {
  expect(tableOf(proofsOf(JSON.stringify(PROOF)))).toBe(
    [
      "Measured 2026-11-27, 2 cores (A processor), 24 GB, Node v24.21.0.",
      "",
      "| proof | figure | value | bar | |",
      "|---|---|---:|---:|---|",
      "| `scale` | dashboard, ms | 4.88 | ≤ 15 | held |",
      "| `scale` | ratio | 0.14 | ≥ 0.5 | **not held** |",
    ].join("\n"),
  );
});

test("a proof run again replaces the former, and one that broke is not held", () => {
  const again = { ...PROOF, bars: [{ name: "ratio", value: 0.6, atLeast: 0.5, held: true }] };
  const broken = { ...PROOF, name: "http", bars: [], error: "ended with 1" };
  const table = tableOf(proofsOf(JSON.stringify({ proofs: [PROOF, broken, again] })));
  expect(table).not.toContain("0.14");
  expect(table).toContain("| `http` | ended with 1 | – | – | **not held** |");
});

test("the table takes the place of the former one; a page without a place, and a file without figures, are refused", () => {
  expect(withTable(PAGE, "new")).toBe(PAGE.replace("old", "new"));
  expect(() => withTable("# Page", "new")).toThrow(/no place/);
  expect(() => proofsOf("{}")).toThrow(/no figures/);
});
