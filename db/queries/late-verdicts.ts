import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { OrderLinesTable } from "../tables/order-lines.ts";
import type { VerdictColumns } from "./order-lines.ts";

/** A line of a frozen year as it counts, and the verdict it would have today. */
export interface LateLine {
  line: OrderLinesTable;
  today: VerdictColumns;
}

/** Verdict ids that lines of a canteen would have today, of those that have one, by line id. */
export async function listLateVerdictIds(
  db: Kysely<Database>,
  canteenId: Id,
): Promise<ReadonlyMap<Id, string>> {
  const rows = await db
    .selectFrom("late_verdicts")
    .select(["line_id", "verdict_id"])
    .where("canteen_id", "=", canteenId)
    .execute();
  return new Map(rows.map(({ line_id, verdict_id }) => [line_id, verdict_id]));
}

/** Lines of a canteen's civil year that would have another verdict today, by day then id. */
export async function listLateLines(
  db: Kysely<Database>,
  { canteenId, year }: { canteenId: Id; year: number },
): Promise<LateLine[]> {
  const rows = await db
    .selectFrom("late_verdicts")
    .innerJoin("order_lines", (join) =>
      join
        .onRef("order_lines.canteen_id", "=", "late_verdicts.canteen_id")
        .onRef("order_lines.id", "=", "late_verdicts.line_id"),
    )
    .selectAll("order_lines")
    .select([
      "late_verdicts.strict_category as late_strict",
      "late_verdicts.declared_category as late_declared",
      "late_verdicts.marks as late_marks",
      "late_verdicts.verdict_id as late_verdict_id",
    ])
    .where("late_verdicts.canteen_id", "=", canteenId)
    .where("order_lines.counted_on", ">=", `${year}-01-01`)
    .where("order_lines.counted_on", "<=", `${year}-12-31`)
    .orderBy("order_lines.counted_on")
    .orderBy("order_lines.id")
    .execute();
  return rows.map(({ late_strict, late_declared, late_marks, late_verdict_id, ...line }) => ({
    line,
    today: {
      strict_category: late_strict,
      declared_category: late_declared,
      marks: late_marks,
      verdict_id: late_verdict_id,
    },
  }));
}

/** Notes what these lines would be today, whatever was noted before. */
export async function upsertLateVerdicts(
  db: Kysely<Database>,
  { canteenId, now }: { canteenId: Id; now: IsoInstant },
  late: readonly { lineId: Id; today: VerdictColumns }[],
): Promise<void> {
  for (const chunk of chunksOf(late, CHUNK))
    await db
      .insertInto("late_verdicts")
      .values(
        chunk.map(({ lineId, today }) => ({
          canteen_id: canteenId,
          line_id: lineId,
          strict_category: today.strict_category,
          declared_category: today.declared_category,
          marks: today.marks,
          verdict_id: today.verdict_id,
          noted_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["canteen_id", "line_id"]).doUpdateSet((eb) => ({
          strict_category: eb.ref("excluded.strict_category"),
          declared_category: eb.ref("excluded.declared_category"),
          marks: eb.ref("excluded.marks"),
          verdict_id: eb.ref("excluded.verdict_id"),
          noted_at: eb.ref("excluded.noted_at"),
        })),
      )
      .execute();
}

/** These lines would have the verdict they keep. */
export async function deleteLateVerdicts(
  db: Kysely<Database>,
  { canteenId, lineIds }: { canteenId: Id; lineIds: readonly Id[] },
): Promise<void> {
  for (const chunk of chunksOf(lineIds, CHUNK))
    await db
      .deleteFrom("late_verdicts")
      .where("canteen_id", "=", canteenId)
      .where("line_id", "in", [...chunk])
      .execute();
}
