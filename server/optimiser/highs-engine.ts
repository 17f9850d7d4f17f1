import type { Highs } from "highs";
import type { LinearModel } from "./linear-model.ts";

/** What one run of HiGHS found. */
export interface EngineAnswer {
  status: "optimal" | "infeasible" | "late";
  /** Of the values; without meaning when there are none. */
  objective: number;
  /** One a column; null: none was found. */
  values: Float64Array | null;
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
}

/** Solves a model as it stands. */
export type Engine = (model: LinearModel, options: EngineOptions) => EngineAnswer;

/** Costs are whole cents: two answers that differ, differ by more. */
const COST_STEP = 0.9;
const TOLERANCE = 1e-9;

const NOTHING = { objective: Infinity, values: null, rowDuals: new Float64Array() };

let loaded: Promise<Highs> | undefined;

/** Its types speak of CommonJS, its module is none. */
type HighsModule = { default: () => Promise<Highs> };

async function loadHighs(): Promise<Highs> {
  const { default: load } = (await import("highs")) as unknown as HighsModule;
  return await load();
}

/** HiGHS in WebAssembly: blocks its thread while it runs, so it runs in one of its own. */
export async function openHighs(): Promise<Engine> {
  loaded ??= loadHighs();
  const highs = await loaded;
  return (model, options) => run(highs, model, options);
}

/** The columns' own bounds, to be narrowed. */
export function boundsOf({ columns }: LinearModel): Bounds {
  return {
    lower: Float64Array.from(columns, ({ lower }) => lower),
    upper: Float64Array.from(columns, ({ upper }) => upper),
  };
}

function run(highs: Highs, linear: LinearModel, { isRelaxed, maxMs, bounds }: EngineOptions): EngineAnswer {
  const { columns, rows } = linear;
  if (columns.length === 0) return withoutColumns(linear);
  const { lower, upper } = bounds ?? boundsOf(linear);
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: lower,
    colUpper: upper,
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
      mip_feasibility_tolerance: TOLERANCE,
      primal_feasibility_tolerance: TOLERANCE,
    });
    model.run();
    const { optimal, infeasible, unboundedOrInfeasible, empty } = highs.constants.modelStatus;
    const status = model.getModelStatus();
    const isImpossible = status === infeasible || status === unboundedOrInfeasible;
    if (isImpossible) return { ...NOTHING, status: "infeasible" };
    const isSolved = status === optimal || status === empty;
    const hasValues = model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
    if (!hasValues) return { ...NOTHING, status: "late" };
    const { colValue, rowDual } = model.getSolution();
    return {
      status: isSolved ? "optimal" : "late",
      objective: model.getObjectiveValue(),
      values: Float64Array.from(colValue),
      rowDuals: Float64Array.from(rowDual),
    };
  } finally {
    model.dispose();
  }
}

/** HiGHS takes no model of nothing: each row is about 0. */
function withoutColumns({ rows }: LinearModel): EngineAnswer {
  const isPossible = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return isPossible
    ? { status: "optimal", objective: 0, values: new Float64Array(), rowDuals: new Float64Array(rows.length) }
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
