import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { listCanteenIds } from "../../db/queries/canteens.ts";
import { listCells, sumLinesIntoCells } from "../../db/queries/cells.ts";
import { listDeclarations } from "../../db/queries/declarations.ts";
import { listLateVerdictIds } from "../../db/queries/late-verdicts.ts";
import { listSubjectLines } from "../../db/queries/order-lines.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { Cell } from "../../shared/cells.ts";
import { cellKeyText } from "../../shared/cells-of-lines.ts";
import type { Id } from "../../shared/ids.ts";
import { yearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import { isFrozen, readFrozenYears } from "./frozen-years.ts";
import { openLineMaking, reclassifiedColumns } from "./line-rows.ts";
import { loadSurroundings, sourcesOfLines } from "./surroundings.ts";
import { openVerdictPool } from "./verdict-pool.ts";

/** A cell that is not what the lines give; null: there is no such cell on that side. */
export interface CellDifference {
  kept: Cell | null;
  computed: Cell | null;
}

export interface CubeCheck {
  canteens: number;
  cells: number;
  lines: number;
  differences: CellDifference[];
  /**
   * Lines whose kept verdict is not the one that the facts on file give today; in a frozen year, those of which that
   * verdict is not the one noted apart. Also those that do not say what their supplier is on their day.
   */
  staleVerdicts: { canteenId: Id; lineId: Id }[];
  /** Years whose lines no longer give what was declared. */
  brokenDeclarations: { canteenId: Id; year: number }[];
}

const BATCH = 5000;

/** Computes every cell and every verdict anew from the lines and compares. Writes nothing. */
export async function checkCube(db: Kysely<Database>): Promise<CubeCheck> {
  const check: CubeCheck = {
    canteens: 0,
    cells: 0,
    lines: 0,
    differences: [],
    staleVerdicts: [],
    brokenDeclarations: [],
  };
  for (const canteenId of await listCanteenIds(db)) {
    await readSnapshot(db, async (trx) => {
      const kept = await listCells(trx, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
      const computed = await sumLinesIntoCells(trx, canteenId);
      check.canteens += 1;
      check.cells += kept.length;
      check.lines += computed.reduce((sum, cell) => sum + cell.lines, 0);
      check.differences.push(...compareCells(kept, computed));
      check.staleVerdicts.push(...(await listStaleVerdicts(trx, canteenId)));
      check.brokenDeclarations.push(...(await listBrokenDeclarations(trx, canteenId, computed)));
    });
  }
  return check;
}

/** The cells that differ between what is kept and what the lines give. */
export function compareCells(kept: readonly Cell[], computed: readonly Cell[]): CellDifference[] {
  const expected = new Map(computed.map((cell) => [cellKeyText(cell), cell]));
  const differences: CellDifference[] = [];
  for (const cell of kept) {
    const twin = expected.get(cellKeyText(cell));
    expected.delete(cellKeyText(cell));
    if (twin === undefined || !isSame(cell, twin)) differences.push({ kept: cell, computed: twin ?? null });
  }
  return [...differences, ...[...expected.values()].map((cell) => ({ kept: null, computed: cell }))];
}

async function listStaleVerdicts(
  db: Kysely<Database>,
  canteenId: Id,
): Promise<{ canteenId: Id; lineId: Id }[]> {
  const stale: { canteenId: Id; lineId: Id }[] = [];
  let after: Id | null = null;
  const pool = openVerdictPool();
  const years = await readFrozenYears(db, canteenId);
  const late = await listLateVerdictIds(db, canteenId);
  for (;;) {
    const lines = await listSubjectLines(
      db,
      { kind: "canteen", id: canteenId },
      { canteenId, after, limit: BATCH },
    );
    const last = lines.at(-1);
    if (last === undefined) return stale;
    const surroundings = await loadSurroundings(db, canteenId, sourcesOfLines(lines));
    const making = openLineMaking(surroundings, pool);
    for (const line of lines) {
      const columns = reclassifiedColumns(line, making);
      const noted = late.get(line.id);
      const expected = isFrozen(line, years) ? (noted ?? line.verdict_id) : line.verdict_id;
      const isNotedInVain = noted !== undefined && (!isFrozen(line, years) || noted === line.verdict_id);
      const isSocialStale = making.socialOf(line.supplier_id, line.counted_on) !== line.social;
      if (columns.verdict_id !== expected || isNotedInVain || isSocialStale)
        stale.push({ canteenId, lineId: line.id });
    }
    after = last.id;
  }
}

async function listBrokenDeclarations(
  db: Kysely<Database>,
  canteenId: Id,
  cells: readonly Cell[],
): Promise<{ canteenId: Id; year: number }[]> {
  const inForce = (await listDeclarations(db, canteenId)).filter(({ reopenedAt }) => reopenedAt === null);
  return inForce
    .filter(({ year, amounts }) => toJsonText(yearlyAmounts(cells, year)) !== toJsonText(amounts))
    .map(({ year }) => ({ canteenId, year }));
}

function isSame(one: Cell, other: Cell): boolean {
  return (
    one.amountCents === other.amountCents &&
    one.weightGrams === other.weightGrams &&
    one.weighedCents === other.weighedCents &&
    one.lines === other.lines
  );
}
