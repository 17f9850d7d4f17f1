import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { Engine } from "../../db/engine.ts";
import { listFlaws, listOrphans } from "../../db/integrity.ts";
import { toJsonText } from "../../db/json.ts";
import { verifyAuditChain } from "../../db/queries/audit.ts";
import { listCanteenIds } from "../../db/queries/canteens.ts";
import { listCells, sumLinesIntoCells } from "../../db/queries/cells.ts";
import type { TableDigest } from "../../db/table-rows.ts";
import { digestTables } from "../../db/table-rows.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Cell } from "../../shared/cells.ts";
import type { Id } from "../../shared/ids.ts";
import type { YearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { yearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { compareCells } from "../actions/check-cube.ts";
import type { StoredFile } from "../actions/check-files.ts";
import { checkFiles } from "../actions/check-files.ts";

/** What a canteen bought in a calendar year: every amount of the State's form that is not 0, cents HT. */
export interface CanteenYear {
  canteenId: Id;
  year: number;
  lines: number;
  amountCents: number;
  weightGrams: number;
  weighedCents: number;
  amounts: YearlyAmounts;
}

/** What two databases must have in common to be one and the same. */
export interface Facts {
  tables: TableDigest[];
  sums: { lines: number; amountCents: number; weightGrams: number; weighedCents: number };
  /** By canteen and year. */
  figures: CanteenYear[];
  audit: { rows: number; heads: { stream: string; seq: number; hash: string }[] };
  files: StoredFile[];
}

const SHOWN = 3;
const SHOWN_LENGTH = 160;

interface Side {
  db: Kysely<Database>;
  engine: Engine;
}

/** Reads all of it, to be called in a snapshot. */
export async function readFacts({ db, engine }: Side): Promise<Facts> {
  const figures: CanteenYear[] = [];
  for (const canteenId of await listCanteenIds(db)) {
    const cells = await listCells(db, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
    figures.push(...figuresOf(canteenId, cells));
  }
  const { rows, heads } = await verifyAuditChain(db);
  return {
    tables: await digestTables(db, engine),
    sums: totalsOf(figures),
    figures,
    audit: { rows, heads },
    files: (await checkFiles(db)).files,
  };
}

/** Of a database that is too damaged to be read. */
export const NO_FACTS: Facts = {
  tables: [],
  sums: { lines: 0, amountCents: 0, weightGrams: 0, weighedCents: 0 },
  figures: [],
  audit: { rows: 0, heads: [] },
  files: [],
};

/** What is wrong inside one database, each in a few words for a log; empty when it is sound. */
export async function listDamage({ db, engine }: Side): Promise<string[]> {
  const flaws = await listFlaws(db, engine);
  // Damaged pages make every other answer a guess.
  if (flaws.length > 0) return flaws;
  const damage = (await listOrphans(db, engine)).map(
    ({ table, parent, rows }) => `${table}: ${rows} rows without their ${parent}`,
  );
  for (const canteenId of await listCanteenIds(db)) {
    const kept = await listCells(db, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
    const differences = compareCells(kept, await sumLinesIntoCells(db, canteenId)).length;
    if (differences > 0) damage.push(`cells: ${differences} differ from the lines of ${canteenId}`);
  }
  const { altered, missing } = await checkFiles(db);
  for (const id of [...altered, ...missing]) damage.push(`files: ${id} is not what was kept`);
  const { flaws: broken } = await verifyAuditChain(db);
  return [...damage, ...broken.map(({ stream, seq, flaw }) => `audit: ${stream} ${seq} ${flaw}`)];
}

/** Where two readings of facts differ, by table, canteen and year, stream or file; empty when they are the same. */
export function compareFacts(one: Facts, other: Facts): string[] {
  return [
    ...listApart("table", one.tables, other.tables),
    ...listApart("sums", [one.sums], [other.sums]),
    ...listApart("figures", one.figures, other.figures),
    ...listApart("audit", [one.audit.rows, ...one.audit.heads], [other.audit.rows, ...other.audit.heads]),
    ...listApart("file", one.files, other.files),
  ];
}

/** The first few items that only one of the lists has. */
function listApart(name: string, one: readonly unknown[], other: readonly unknown[]): string[] {
  const [left, right] = [one.map((item) => toJsonText(item)), other.map((item) => toJsonText(item))];
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return [...left.filter((text) => !inRight.has(text)), ...right.filter((text) => !inLeft.has(text))]
    .slice(0, SHOWN)
    .map((text) => `${name}: ${text.slice(0, SHOWN_LENGTH)}`);
}

function figuresOf(canteenId: Id, cells: readonly Cell[]): CanteenYear[] {
  const years = [...new Set(cells.map(({ month }) => yearOf(month)))].sort();
  return years.map((year) => {
    const own = cells.filter(({ month }) => yearOf(month) === year);
    const { strict, declared } = yearlyAmounts(own, year);
    const amounts = { strict: notZero(strict), declared: notZero(declared) };
    return { canteenId, year, ...totalsOf(own), amounts };
  });
}

function totalsOf(parts: readonly Facts["sums"][]): Facts["sums"] {
  const totals = { lines: 0, amountCents: 0, weightGrams: 0, weighedCents: 0 };
  for (const part of parts) {
    totals.lines += part.lines;
    totals.amountCents += part.amountCents;
    totals.weightGrams += part.weightGrams;
    totals.weighedCents += part.weighedCents;
  }
  return totals;
}

function notZero(amounts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).filter(([, cents]) => cents !== 0));
}
