import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Highs } from "highs";
import type { LinearModel, Row } from "./linear-model.ts";

/** What one run of HiGHS found. */
export interface EngineAnswer {
  status: "optimal" | "infeasible" | "late";
  /** Of the values; without meaning when there are none. */
  objective: number;
  /** One a column; null: none was found. */
  values: Float64Array | null;
  /** No values cost less; minus infinity: nothing is known. */
  bound: number;
  /** One a row, of a relaxed model only. */
  rowDuals: Float64Array;
}

/** Bounds that replace the columns' own. */
export interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

export interface EngineOptions {
  /** Switches may be taken in part: the bound that the answer is measured against. */
  isRelaxed: boolean;
  maxMs: number;
  bounds?: Bounds;
  /** Values that hold every row: the search starts from their cost. */
  start?: Float64Array | null;
}

/** Solves a model as it stands. */
export type Engine = (model: LinearModel, options: EngineOptions) => EngineAnswer;

/** Costs are whole cents: two answers that differ, differ by more. */
const COST_STEP = 0.9;
const TOLERANCE = 1e-9;
/** Columns from which a search begins anew once most of them are ruled out; in a smaller one it takes more than it saves. */
const MANY_COLUMNS = 1_000;

const NOTHING = { objective: Infinity, values: null, bound: -Infinity, rowDuals: new Float64Array() };

/** The program as WebAssembly, made ready for this machine. */
export type CompiledHighs = object;

/** Node has it; its types do not. */
declare const WebAssembly: { compile: (bytes: Uint8Array) => Promise<CompiledHighs> };

let loaded: Promise<Highs> | undefined;

/** Its types speak of CommonJS, its module is none. */
type HighsModule = { default: (options: { wasmModule?: CompiledHighs }) => Promise<Highs> };

async function loadHighs(wasmModule: CompiledHighs | undefined): Promise<Highs> {
  const { default: load } = (await import("highs")) as unknown as HighsModule;
  return await load(wasmModule === undefined ? {} : { wasmModule });
}

/**
 * HiGHS in WebAssembly: blocks its thread while it runs, so it runs in one of its own. A module compiled before is
 * shared between threads with what its first runs made quick.
 */
export async function openHighs(wasmModule?: CompiledHighs): Promise<Engine> {
  loaded ??= loadHighs(wasmModule);
  const highs = await loaded;
  return (model, options) => run(highs, model, options);
}

let compiled: Promise<CompiledHighs> | undefined;

/** Compiled once for the process. */
export function compileHighs(): Promise<CompiledHighs> {
  compiled ??= readFile(fileURLToPath(import.meta.resolve("highs/runtime"))).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return compiled;
}

/** The columns' own bounds, to be narrowed. */
export function boundsOf({ columns }: LinearModel): Bounds {
  return {
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
  };
}

function run(highs: Highs, whole: LinearModel, options: EngineOptions): EngineAnswer {
  const { isRelaxed, maxMs, start = null } = options;
  const bounds = options.bounds ?? boundsOf(whole);
  const { linear, columns: kept } = openPart(whole, bounds);
  const { columns, rows } = linear;
  if (columns.length === 0) return withoutColumns(whole, rows);
  const part = (values: Float64Array): Float64Array => Float64Array.from(kept, (at) => values[at] ?? 0);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: part(bounds.lower),
    colUpper: part(bounds.upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: matrixOf(linear),
    ...(!isRelaxed && { integrality: Int32Array.from(columns, ({ isInteger }) => Number(isInteger)) }),
  });
  try {
    model.options.set({
      output_flag: false,
      time_limit: maxMs / 1000,
      mip_rel_gap: 0,
      mip_abs_gap: COST_STEP,
      mip_allow_restart: columns.length >= MANY_COLUMNS,
      // A search among the ways that lose least: ours is made before.
      mip_heuristic_run_root_reduced_cost: false,
      mip_feasibility_tolerance: TOLERANCE,
      primal_feasibility_tolerance: TOLERANCE,
    });
    if (start !== null) model.setSolution({ colValue: part(start) });
    model.run();
    const { optimal, infeasible, unboundedOrInfeasible, empty } = highs.constants.modelStatus;
    const status = model.getModelStatus();
    const isImpossible = status === infeasible || status === unboundedOrInfeasible;
    if (isImpossible) return { ...NOTHING, status: "infeasible" };
    const bound = isRelaxed ? -Infinity : Number(model.info.get("mip_dual_bound"));
    const isSolved = status === optimal || status === empty;
    const hasValues = model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
    if (!hasValues) return { ...NOTHING, status: "late", bound };
    const { colValue, rowDual } = model.getSolution();
    const values = new Float64Array(whole.columns.length);
    for (const [index, at] of kept.entries()) values[at] = colValue[index] ?? 0;
    return {
      status: isSolved ? "optimal" : "late",
      objective: model.getObjectiveValue(),
      values,
      bound,
      rowDuals: Float64Array.from(rowDual),
    };
  } finally {
    model.dispose();
  }
}

/** The model without the columns that are held at 0: `columns` are those left. All its rows stay, in their order. */
function openPart(whole: LinearModel, { lower, upper }: Bounds): { linear: LinearModel; columns: number[] } {
  const columns = whole.columns.flatMap((_, at) => (lower[at] === 0 && upper[at] === 0 ? [] : [at]));
  if (columns.length === whole.columns.length) return { linear: whole, columns };
  const places = new Int32Array(whole.columns.length).fill(-1);
  for (const [index, at] of columns.entries()) places[at] = index;
  const rows = whole.rows.map((row) => ({
    ...row,
    entries: row.entries.flatMap(([at, value]): [number, number][] => {
      const place = places[at] ?? -1;
      return place < 0 ? [] : [[place, value]];
    }),
  }));
  return {
    linear: { columns: columns.flatMap((at) => whole.columns[at] ?? []), rows, groups: [] },
    columns,
  };
}

/** HiGHS takes no model of nothing: each row is about 0. */
function withoutColumns(whole: LinearModel, rows: readonly Row[]): EngineAnswer {
  const isPossible = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return isPossible
    ? {
        status: "optimal",
        objective: 0,
        values: new Float64Array(whole.columns.length),
        bound: 0,
        rowDuals: new Float64Array(rows.length),
      }
    : { ...NOTHING, status: "infeasible" };
}

/** The rows one after the other, as HiGHS takes them. */
function matrixOf({ columns, rows }: LinearModel) {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { entries }] of rows.entries())
    starts[index + 1] = (starts[index] ?? 0) + entries.length;
  const entries = rows.flatMap((row) => row.entries);
  return {
    format: "csr",
    numRows: rows.length,
    numCols: columns.length,
    starts,
    indices: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, value]) => value),
  } as const;
}
