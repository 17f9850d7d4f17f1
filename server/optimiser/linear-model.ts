import type { Id } from "../../shared/ids.ts";
import type { OptimiserProblem, Post, RuleKey, SupplierTerms } from "../../shared/optimiser/problem.ts";
import { rulesOf } from "../../shared/optimiser/problem.ts";
import type { Need, PostDealings } from "./minimum-needs.ts";
import { dealingOf, supplierNeeds } from "./minimum-needs.ts";

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
 * minimum has a column for its number of deliveries. Everything is in cents, changes, deliveries or grams: integers.
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
    if (held("minimum")) (relaxed === "minimum" ? writeMissing : writeMinimum)(write, terms);
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
 * A purchase that is not enough for its own deliveries needs others there, each worth what is lacking at most: the
 * same whole choices as by the deliveries, fewer taken in part.
 */
function writeMinimum({ problem, model }: Writing, terms: SupplierTerms): void {
  const { dealings, needs } = supplierNeeds(problem, terms);
  for (const need of needs) model.rows.push(rowOfNeed(model, dealings, need));
}

/** What the others bring beyond their least, each `lackingCents` at most, is `lackingCents` when the need is there. */
function rowOfNeed({ groups }: LinearModel, dealings: readonly PostDealings[], need: Need): Row {
  const { post, option, lackingCents } = need;
  const isThere = post === null || option === 0;
  const entries: [number, number][] = [];
  let lower = isThere ? lackingCents : 0;
  for (const other of dealings) {
    const columns = groups[other.post] ?? [];
    if (other.post === post) {
      if (isThere) for (const column of columns) entries.push([column, lackingCents]);
      else entries.push([columns[option - 1] ?? 0, -lackingCents]);
      continue;
    }
    const [stays = 0, ...ways] = other.options.map(({ cents }) =>
      Math.min(lackingCents, cents - other.least),
    );
    lower -= stays;
    for (const [at, worth] of ways.entries())
      if (worth !== stays) entries.push([columns[at] ?? 0, worth - stays]);
  }
  return { rule: "minimum", lower, upper: Infinity, entries };
}

/**
 * By how much it is missed: what is bought there is at least the minimum times the deliveries, less what is missing
 * today; there are as many deliveries as any article bought there needs.
 */
function writeMissing(writing: Writing, terms: SupplierTerms): void {
  const { problem, model } = writing;
  const { minimumCents, fixedOrders } = terms;
  if (minimumCents === null) return;
  const own = problem.posts.filter(({ supplierId }) => supplierId === terms.id);
  const amount = terms.fixedCents + own.reduce((sum, post) => sum + post.amountCents, 0);
  const ordersNow = Math.max(fixedOrders, ...own.map((post) => post.orders));
  const missing = Math.max(0, minimumCents * ordersNow - amount);
  const entering = problem.posts.flatMap(({ switches }) => switches.map(({ orders }) => orders));
  const most = Math.max(ordersNow, ...entering);
  const orders = addColumn(model, {
    cost: 0,
    lower: fixedOrders,
    upper: most,
    isInteger: false,
    switchId: null,
  });
  const entries: [number, number][] = [[orders, -minimumCents]];
  for (const [index, post] of problem.posts.entries()) {
    const { stays, moves } = dealingsOf(post, terms.id);
    const columns = model.groups[index] ?? [];
    for (const [at, { cents }] of moves.entries()) if (cents !== 0) entries.push([columns[at] ?? 0, cents]);
    if (Math.max(stays, ...moves.map(({ needed }) => needed)) <= fixedOrders) continue;
    const needs = moves.map(({ needed }, at): [number, number] => [columns[at] ?? 0, stays - needed]);
    model.rows.push({
      rule: "minimum",
      lower: stays,
      upper: Infinity,
      entries: [[orders, 1], ...needs.filter(([, value]) => value !== 0)],
    });
  }
  addRow(writing, { rule: "minimum", entries, lower: -amount - missing, upper: Infinity });
}

/** Deliveries a post needs of a supplier as it is, and what each of its switches makes of that and of the amount. */
function dealingsOf(
  post: Post,
  supplierId: Id,
): { stays: number; moves: { cents: number; needed: number }[] } {
  const now = dealingOf(post, 0, supplierId);
  const moves = post.switches.map((_, at) => {
    const { cents, needed } = dealingOf(post, at + 1, supplierId);
    return { cents: cents - now.cents, needed };
  });
  return { stays: now.needed, moves };
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
