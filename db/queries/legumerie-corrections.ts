import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Correction, CorrectionPart } from "../../shared/legumerie/corrections.ts";
import { addToBatch } from "../../shared/legumerie/corrections.ts";
import type { Batch } from "../../shared/legumerie.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";

/** A correction in a list. */
export type ListedCorrection = Correction & { correctedOn: IsoDate };

/** Grams that corrections add to a row of the ledger. `of`: how the query names its table; `batch`, `subject`: its columns. */
export function correction(
  part: CorrectionPart,
  row: { of: string; batch: string | null; subject: string },
): RawBuilder<number> {
  const batch = row.batch === null ? sql`''` : sql`${sql.ref(`${row.of}.${row.batch}`)}`;
  return sql<number>`(select coalesce(sum(fix.grams), 0) from legumerie_correction_lines as fix
    where fix.legumerie_id = ${sql.ref(`${row.of}.legumerie_id`)}
    and fix.subject_id = ${sql.ref(`${row.of}.${row.subject}`)}
    and fix.part = ${sql.lit(part)} and fix.batch_id = ${batch})`;
}

/** The correction of this workshop, or undefined. Lines by part, batch and subject. */
export async function findCorrection(
  db: Kysely<Database>,
  key: { legumerieId: Id; id: Id },
): Promise<ListedCorrection | undefined> {
  return (await withLines(db, key.legumerieId, [key.id]))[0];
}

/** Corrections of the workshop, latest first; at most `limit`. */
export async function listCorrections(
  db: Kysely<Database>,
  { legumerieId, limit }: { legumerieId: Id; limit: number },
): Promise<ListedCorrection[]> {
  const rows = await db
    .selectFrom("legumerie_corrections")
    .select("id")
    .where("legumerie_id", "=", legumerieId)
    .orderBy("corrected_on", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  const found = await withLines(db, legumerieId, ids);
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
}

export async function insertCorrection(
  db: Kysely<Database>,
  entry: Correction & { legumerieId: Id; correctedOn: IsoDate; createdAt: IsoInstant },
): Promise<void> {
  const { legumerieId, id } = entry;
  await db
    .insertInto("legumerie_corrections")
    .values({
      legumerie_id: legumerieId,
      id,
      corrected_on: entry.correctedOn,
      reason: entry.reason,
      created_at: entry.createdAt,
    })
    .execute();
  await db
    .insertInto("legumerie_correction_lines")
    .values(
      entry.lines.map(({ part, batchId, subjectId, grams }) => ({
        legumerie_id: legumerieId,
        correction_id: id,
        part,
        batch_id: batchId ?? "",
        subject_id: subjectId,
        grams,
      })),
    )
    .execute();
}

/** Adds to the parts of these batches what corrections say of them. */
export async function addCorrections(
  db: Kysely<Database>,
  { legumerieId, batches }: { legumerieId: Id; batches: readonly Batch[] },
): Promise<void> {
  const byId = new Map(batches.map((batch) => [batch.id, batch]));
  for (const ids of chunksOf([...byId.keys()], CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_correction_lines")
      .select(["part", "batch_id", "subject_id", "grams"])
      .where("legumerie_id", "=", legumerieId)
      .where("batch_id", "in", [...ids])
      .execute();
    for (const { part, batch_id, subject_id, grams } of rows) {
      const batch = byId.get(batch_id);
      if (batch !== undefined)
        addToBatch(batch, { part: part as CorrectionPart, subjectId: subject_id, grams });
    }
  }
}

async function withLines(
  db: Kysely<Database>,
  legumerieId: Id,
  ids: readonly Id[],
): Promise<ListedCorrection[]> {
  const found = new Map<Id, ListedCorrection>();
  for (const chunk of chunksOf(ids, CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_corrections as entries")
      .innerJoin("legumerie_correction_lines as lines", (join) =>
        join
          .onRef("lines.legumerie_id", "=", "entries.legumerie_id")
          .onRef("lines.correction_id", "=", "entries.id"),
      )
      .select([
        "entries.id",
        "entries.corrected_on",
        "entries.reason",
        "lines.part",
        "lines.batch_id",
        "lines.subject_id",
        "lines.grams",
      ])
      .where("entries.legumerie_id", "=", legumerieId)
      .where("entries.id", "in", [...chunk])
      .orderBy("lines.part")
      .orderBy("lines.batch_id")
      .orderBy("lines.subject_id")
      .execute();
    for (const row of rows) {
      const entry = found.get(row.id) ?? {
        id: row.id,
        reason: row.reason,
        correctedOn: row.corrected_on,
        lines: [],
      };
      entry.lines.push({
        part: row.part as CorrectionPart,
        batchId: row.batch_id === "" ? null : row.batch_id,
        subjectId: row.subject_id,
        grams: row.grams,
      });
      found.set(row.id, entry);
    }
  }
  return [...found.values()];
}
