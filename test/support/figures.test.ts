import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { median, quantile, runFigures } from "./figures.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the figures of a bench", () => {
  it("take the middle of several rounds", () => {
    expect(median([])).toBeNull();
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8);
  });

  it.each([
    ["atMost: 4", 4, 0],
    ["atMost: 4", 4.1, 1],
    ["atLeast: 2", 1, 1],
    ["atMost: 4", null, 1],
  ])("end with an error when a bar of %s is measured %s", async (bar, value, code) => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const folder = await mkdtemp(join(tmpdir(), "bonnepart-figures-"));
    await writeFile(
      join(folder, "one.ts"),
      `export const summary = "one";
       export async function run() { return { bars: [{ name: "b", value: ${value}, ${bar} }] }; }`,
    );
    expect(await runFigures(folder, ["one", "--json"])).toBe(code);
    const { bars, machine } = JSON.parse(String(printed.mock.calls[0]?.[0]));
    expect(bars[0]).toMatchObject({ value, held: code === 0 });
    expect(machine.cores).toBeGreaterThan(0);
    await rm(folder, { recursive: true });
  });

  it("are all printed together without a name; one that breaks is told, and the others go on", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const folder = await mkdtemp(join(tmpdir(), "bonnepart-figures-"));
    const program = pathToFileURL(join(import.meta.dirname, "figures.ts")).href;
    await writeFile(
      join(folder, "run.ts"),
      `import { runFigures } from "${program}"; process.exitCode = await runFigures(import.meta.dirname, process.argv.slice(2));`,
    );
    await writeFile(
      join(folder, "one.ts"),
      `export const summary = "one";
       export async function run(options) { return { bars: [{ name: "b", value: options.number("lines", 1), atMost: 5 }] }; }`,
    );
    await writeFile(join(folder, "worse.ts"), `export async function run() { throw new Error("no"); }`);
    expect(await runFigures(folder, ["--json", "--lines", "3"])).toBe(1);
    const { proofs } = JSON.parse(String(printed.mock.calls[0]?.[0]));
    expect(proofs).toMatchObject([
      { name: "one", bars: [{ name: "b", value: 3, held: true }] },
      { name: "worse", bars: [], error: "ended with 1" },
    ]);
    await rm(folder, { recursive: true });
  });

  it("are of a bench that exists", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await runFigures(import.meta.dirname, ["nothing"])).toBe(2);
  });
});
