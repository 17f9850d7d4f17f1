import type { OptimiserProblem, RuleKey, SupplierTerms } from "../../shared/optimiser/problem.ts";
import { rulesOf } from "../../shared/optimiser/problem.ts";
import type { Level, PostDealings } from "./minimum-levels.ts";
import { minimumLevels } from "./minimum-levels.ts";

/** A column of the model: a switch taken or not, or what the rules need beside. */
export interface Column {
  cost: number;
  lower: number;
  upper: number;
  isInteger: boolean;
  /** Null: none of the switches. */
  switchId: string | null;
}

/** `lower <= sum of entries <= upper`. */
export interface Row {
  lower: number;
  upper: number;
  entries: (readonly [column: number, value: number])[];
  /** « One switch a post » and « another choice than that one » are no rules that can be given up. */
  rule: RuleKey | "choice" | "differs";
}

export interface LinearModel {
  columns: Column[];
  rows: Row[];
  /** The columns of one post, of which at most one is taken. */
  groups: number[][];
}

export interface ModelOptions {
  /** Rules to hold; by default all that the problem sets. */
  rules?: readonly RuleKey[];
  /** The rule that may be broken: by how much then becomes the only cost. */
  relaxed?: RuleKey | null;
  /** Whether any choice will do. */
  isFree?: boolean;
}

const BASIS_POINTS = 10_000;

/**
 * The problem as rows and columns: minimise the extra cost, in cents. A switch is a binary column; a supplier with a
 * minimum has a column for each number of deliveries it may come to. Everything is in cents, changes, deliveries or grams: integers.
 */
export function buildLinearModel(problem: OptimiserProblem, options: ModelOptions = {}): LinearModel {
  const { rules = rulesOf(problem), relaxed = null, isFree = false } = options;
  const model = startModel(problem, relaxed === null && !isFree);
  const held = (rule: RuleKey): boolean => rule === relaxed || rules.includes(rule);
  const write = { problem, model, relaxed };
  for (const target of problem.targets) if (held(`target:${target.indicator}`)) writeTarget(write, target);
  if (held("changes")) writeChanges(write);
  if (held("budget")) writeBudget(write);
  if (held("kept")) writeKept(write);
  for (const terms of problem.suppliers) {
    if (held("minimum")) writeMinimum(write, terms);
    if (held("capacity")) writeCapacity(write, terms);
  }
  return model;
}

interface Writing {
  problem: OptimiserProblem;
  model: LinearModel;
  relaxed: RuleKey | null;
}

function startModel({ posts }: OptimiserProblem, isCostly: boolean): LinearModel {
  const model: LinearModel = { columns: [], rows: [], groups: [] };
  for (const { switches } of posts) {
    const group = switches.map(({ id, inCents, outCents }) =>
      addColumn(model, { cost: isCostly ? inCents - outCents : 0, isInteger: true, switchId: id }),
    );
    model.groups.push(group);
    if (group.length > 1)
      model.rows.push({ lower: -Infinity, upper: 1, rule: "choice", entries: group.map((at) => [at, 1]) });
  }
  return model;
}

/** Counted less its share of the base, after all switches, in cents: at least 0. */
function writeTarget(writing: Writing, { indicator, shareBp }: OptimiserProblem["targets"][number]): void {
  const { problem } = writing;
  const surplus = ({ counted, base }: { counted: number; base: number }): number =>
    (counted * BASIS_POINTS - base * shareBp) / BASIS_POINTS;
  if (problem.start[indicator].base <= 0) return;
  const entries = entriesOf(writing, ({ effects }) => surplus(effects[indicator]));
  addRow(writing, {
    rule: `target:${indicator}`,
    entries,
    lower: -surplus(problem.start[indicator]),
    upper: Infinity,
  });
}

function writeChanges(writing: Writing): void {
  const { maxChanges } = writing.problem.wishes;
  if (maxChanges === null) return;
  addRow(writing, {
    rule: "changes",
    entries: entriesOf(writing, () => 1),
    lower: -Infinity,
    upper: maxChanges,
  });
}

function writeBudget(writing: Writing): void {
  const { wishes, startCents } = writing.problem;
  if (wishes.budgetCents === null) return;
  const entries = entriesOf(writing, ({ inCents, outCents }) => inCents - outCents);
  addRow(writing, { rule: "budget", entries, lower: -Infinity, upper: wishes.budgetCents - startCents });
}

/** A kept supplier loses nothing; when that may be broken, each one that loses counts one. */
function writeKept({ problem, model, relaxed }: Writing): void {
  for (const supplierId of problem.wishes.keptSuppliers) {
    const leaving = problem.posts.flatMap((post, index) =>
      post.supplierId !== supplierId
        ? []
        : post.switches.flatMap((way, at) =>
            way.supplierId === supplierId ? [] : [model.groups[index]?.[at] ?? 0],
          ),
    );
    if (relaxed !== "kept") {
      for (const at of leaving) Object.assign(model.columns[at] ?? {}, { upper: 0 });
      continue;
    }
    const released = addColumn(model, { cost: 1, isInteger: true, switchId: null });
    for (const at of leaving)
      model.rows.push({
        rule: "kept",
        lower: -Infinity,
        upper: 0,
        entries: [
          [at, 1],
          [released, -1],
        ],
      });
  }
}

/**
 * What is bought there, beyond its least, is worth what its levels of deliveries ask for. A level is reached (1) when a
 * purchase needs as many deliveries: it is whole when the switches are, without being asked to.
 */
function writeMinimum(writing: Writing, terms: SupplierTerms): void {
  const { problem, model } = writing;
  const { dealings, floorCents, levels } = minimumLevels(problem, terms);
  if (floorCents === 0 && levels.length === 0) return;
  const reached = levels.map(() => addColumn(model, { cost: 0, isInteger: false, switchId: null }));
  const entries = reached.map((column, at): [number, number] => [column, -(levels[at]?.addedCents ?? 0)]);
  let lower = floorCents;
  for (const { post, options, least } of dealings) {
    const stays = options[0]?.cents ?? 0;
    lower -= stays - least;
    for (const [at, column] of (model.groups[post] ?? []).entries()) {
      const added = (options[at + 1]?.cents ?? 0) - stays;
      if (added !== 0) entries.push([column, added]);
    }
  }
  addRow(writing, { rule: "minimum", lower, upper: Infinity, entries });
  for (const [at, column] of reached.entries()) {
    const next = reached[at + 1];
    if (next !== undefined)
      model.rows.push(
        atLeast(0, [
          [column, 1],
          [next, -1],
        ]),
      );
    const level = levels[at];
    if (level !== undefined) for (const dealing of dealings) writeReach(model, { column, level, dealing });
  }
}

/** The level is reached by each way of the post that needs it: at its own number of deliveries, the others follow. */
function writeReach(
  { rows, groups }: LinearModel,
  { column, level, dealing }: { column: number; level: Level; dealing: PostDealings },
): void {
  const needs = dealing.options.map(({ needed }) => needed);
  if (!needs.includes(level.orders)) return;
  const [stays = false, ...moves] = needs.map((needed) => needed >= level.orders);
  const entries = (groups[dealing.post] ?? []).flatMap((way, at): [number, number][] =>
    moves[at] === stays ? [] : [[way, stays ? 1 : -1]],
  );
  rows.push(atLeast(stays ? 1 : 0, [[column, 1], ...entries]));
}

function atLeast(lower: number, entries: Row["entries"]): Row {
  return { rule: "minimum", lower, upper: Infinity, entries };
}

function writeCapacity(writing: Writing, { id, capacityGrams }: SupplierTerms): void {
  if (capacityGrams === null) return;
  const entries: [number, number][] = [];
  for (const [index, post] of writing.problem.posts.entries())
    for (const [at, way] of post.switches.entries())
      if (way.supplierId === id && post.supplierId !== id)
        entries.push([writing.model.groups[index]?.[at] ?? 0, way.grams]);
  addRow(writing, { rule: "capacity", entries, lower: -Infinity, upper: capacityGrams });
}

/** One entry a switch whose value is not 0. */
function entriesOf(
  { problem, model }: Writing,
  valueOfSwitch: (way: OptimiserProblem["posts"][number]["switches"][number]) => number,
): [number, number][] {
  return problem.posts.flatMap((post, index) =>
    post.switches.flatMap((way, at): [number, number][] => {
      const value = valueOfSwitch(way);
      return value === 0 ? [] : [[model.groups[index]?.[at] ?? 0, value]];
    }),
  );
}

/** Adds the row; when its rule may be broken, with a column that says by how much. */
function addRow({ model, relaxed }: Writing, row: Row): void {
  const entries = [...row.entries];
  if (row.rule === relaxed) {
    const by = addColumn(model, { cost: 1, upper: Infinity, isInteger: false, switchId: null });
    entries.push([by, row.lower === -Infinity ? -1 : 1]);
  }
  model.rows.push({ ...row, entries });
}

function addColumn(model: LinearModel, column: Partial<Column> & Pick<Column, "cost" | "switchId">): number {
  model.columns.push({ lower: 0, upper: 1, isInteger: true, ...column });
  return model.columns.length - 1;
}
