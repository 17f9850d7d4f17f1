import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { deleteLateVerdicts, upsertLateVerdicts } from "../../db/queries/late-verdicts.ts";
import type { VerdictColumns } from "../../db/queries/order-lines.ts";
import { setSocial, setVerdict } from "../../db/queries/order-lines.ts";
import { insertVerdicts, listVerdicts } from "../../db/queries/verdicts.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { IsoInstant, Verdict } from "../../shared/facts.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { addMoved, LINE_FACTS, NOTHING_MOVED } from "../../shared/moves.ts";
import { cellDifferences } from "./cell-differences.ts";
import { isFrozen, readFrozenYears } from "./frozen-years.ts";
import type { LineMaking } from "./line-rows.ts";
import { openLineMaking, reclassifiedColumns } from "./line-rows.ts";
import { loadSurroundings, sourcesOfLines } from "./surroundings.ts";

interface Change {
  line: OrderLinesTable;
  columns: VerdictColumns;
}

/**
 * Gives these lines, all of one canteen, the verdict of today's facts, with the cells. Those of a frozen year keep
 * theirs, and today's is noted apart. The caller's transaction holds the canteen's lock and has read the lines in it.
 */
export async function reclassifyLinesOfCanteen(
  trx: Transaction<Database>,
  given: readonly OrderLinesTable[],
  now: IsoInstant,
): Promise<Moved> {
  const canteenId = given[0]?.canteen_id;
  if (canteenId === undefined) return NOTHING_MOVED;
  const surroundings = await loadSurroundings(trx, canteenId, sourcesOfLines(given));
  const making = openLineMaking(surroundings);
  const years = await readFrozenYears(trx, canteenId);
  const { lines, social } = await writeSocial(trx, given, making);
  const judged = lines.map((line): Change => ({ line, columns: reclassifiedColumns(line, making) }));
  const frozen = judged.filter(({ line }) => isFrozen(line, years));
  const changes = judged.filter(
    ({ line, columns }) => columns.verdict_id !== line.verdict_id && !isFrozen(line, years),
  );
  if (changes.length + frozen.length === 0) return social;
  await insertVerdicts(trx, canteenId, making.pool.take());
  const kept = await noteApart(trx, { canteenId, now }, frozen);
  const apart = addMoved(social, kept);
  if (changes.length === 0) return apart;
  await writeChanges(trx, canteenId, changes);
  return addMoved(await movesOf(trx, canteenId, changes), apart);
}

/**
 * Lines say what their supplier is on their day, with the cells: those of a frozen year too, since the State is told
 * nothing of it. Returns all the lines as they then are.
 */
async function writeSocial(
  trx: Transaction<Database>,
  lines: readonly OrderLinesTable[],
  { socialOf }: LineMaking,
): Promise<{ lines: OrderLinesTable[]; social: Moved }> {
  const after = lines.map((line) => ({ ...line, social: socialOf(line.supplier_id, line.counted_on) }));
  const changes = lines.flatMap((line, index) => {
    const now = after[index];
    return now === undefined || now.social === line.social ? [] : [{ line, now }];
  });
  const canteenId = changes[0]?.line.canteen_id;
  if (canteenId === undefined) return { lines: after, social: NOTHING_MOVED };
  for (const same of groupBy(changes, ({ now }) => now.social).values()) {
    const social = same[0]?.now.social ?? 0;
    await setSocial(trx, { canteenId, lineIds: same.map(({ line }) => line.id) }, social);
  }
  const counted = changes.filter(({ line }) => line.counted === 1);
  const before = counted.map(({ line }) => line);
  await addToCells(
    trx,
    canteenId,
    cellDifferences(
      before,
      counted.map(({ now }) => now),
    ),
  );
  const amountCents = before.reduce((sum, line) => sum + line.amount_ht_cents, 0);
  return { lines: after, social: { ...NOTHING_MOVED, social: { lines: changes.length, amountCents } } };
}

/**
 * Frozen lines do not move: what they would be today is kept beside them, and goes when it is what they are. Returns
 * those that keep another verdict than today's.
 */
async function noteApart(
  trx: Transaction<Database>,
  key: { canteenId: Id; now: IsoInstant },
  frozen: readonly Change[],
): Promise<Moved> {
  const same = frozen.filter(({ line, columns }) => columns.verdict_id === line.verdict_id);
  const other = frozen.filter(({ line, columns }) => columns.verdict_id !== line.verdict_id);
  await deleteLateVerdicts(trx, { canteenId: key.canteenId, lineIds: same.map(({ line }) => line.id) });
  await upsertLateVerdicts(
    trx,
    key,
    other.map(({ line, columns }) => ({ lineId: line.id, today: columns })),
  );
  if (other.length === 0) return NOTHING_MOVED;
  const amountCents = other.reduce((sum, { line }) => sum + line.amount_ht_cents, 0);
  return { ...NOTHING_MOVED, kept: { lines: other.length, amountCents } };
}

async function writeChanges(
  trx: Transaction<Database>,
  canteenId: Id,
  changes: readonly Change[],
): Promise<void> {
  const byVerdict = new Map<string, Change[]>();
  for (const change of changes) {
    const same = byVerdict.get(change.columns.verdict_id);
    if (same === undefined) byVerdict.set(change.columns.verdict_id, [change]);
    else same.push(change);
  }
  for (const same of byVerdict.values()) {
    const columns = same[0]?.columns;
    if (columns !== undefined)
      await setVerdict(trx, { canteenId, lineIds: same.map(({ line }) => line.id) }, columns);
  }
  const before = changes.map(({ line }) => line);
  const after = changes.map(({ line, columns }) => ({ ...line, ...columns }));
  await addToCells(trx, canteenId, cellDifferences(before, after));
}

async function movesOf(
  trx: Transaction<Database>,
  canteenId: Id,
  changes: readonly Change[],
): Promise<Moved> {
  const ids = changes.flatMap(({ line, columns }) => [line.verdict_id, columns.verdict_id]);
  const verdicts = await listVerdicts(trx, canteenId, ids);
  let moved = NOTHING_MOVED;
  for (const { line, columns } of changes)
    moved = addMoved(
      moved,
      moveOfLine(line, verdicts.get(line.verdict_id), verdicts.get(columns.verdict_id)),
    );
  return moved;
}

function moveOfLine(line: OrderLinesTable, from: Verdict | undefined, to: Verdict | undefined): Moved {
  if (from === undefined || to === undefined) return { lines: 1, moves: [] };
  const amountCents = line.counted === 1 ? line.amount_ht_cents : 0;
  const moves = LINE_FACTS.filter((fact) => from[fact].status !== to[fact].status).map((fact) => ({
    fact,
    from: from[fact].status,
    to: to[fact].status,
    lines: 1,
    amountCents,
  }));
  return { lines: 1, moves };
}
