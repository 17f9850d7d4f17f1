import type { Kysely, SelectQueryBuilder } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportDraft, ImportDraftSummary } from "../../shared/import-drafts.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { executePrepared } from "../prepared.ts";

/** Adds the drafts of a run. */
export async function insertImportDrafts(
  db: Kysely<Database>,
  { canteenId, runId, now }: { canteenId: Id; runId: Id; now: IsoInstant },
  drafts: readonly ImportDraft[],
): Promise<void> {
  for (const chunk of chunksOf(drafts, CHUNK))
    await db
      .insertInto("import_drafts")
      .values(
        chunk.map(({ id, supplier, date, rows }) => ({
          canteen_id: canteenId,
          id,
          run_id: runId,
          supplier,
          date,
          rows: toJsonText(rows),
          row_count: rows.length,
          created_at: now,
          thrown_at: null,
        })),
      )
      .execute();
}

/** Drafts of a canteen that are still to be corrected: not thrown away, not an order yet, of no undone import. Latest import first, at most `limit`. */
export async function listImportDrafts(
  db: Kysely<Database>,
  { canteenId, limit }: { canteenId: Id; limit: number },
): Promise<ImportDraftSummary[]> {
  const rows = await waiting(db, canteenId)
    .select(["import_drafts.id", "import_drafts.supplier", "import_drafts.date", "import_drafts.row_count"])
    .select(["import_runs.file_name", "import_drafts.created_at"])
    .orderBy("import_drafts.created_at", "desc")
    .orderBy("import_drafts.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    supplier: row.supplier,
    date: row.date,
    rowCount: row.row_count,
    fileName: row.file_name,
    importedAt: row.created_at,
  }));
}

/** The draft with its rows, thrown away or not, or undefined. */
export async function findImportDraft(
  db: Kysely<Database>,
  { canteenId, id }: { canteenId: Id; id: Id },
): Promise<(ImportDraft & { fileName: string }) | undefined> {
  const row = await db
    .selectFrom("import_drafts")
    .innerJoin("import_runs", (join) =>
      join
        .onRef("import_runs.canteen_id", "=", "import_drafts.canteen_id")
        .onRef("import_runs.id", "=", "import_drafts.run_id"),
    )
    .select(["import_drafts.id", "import_drafts.supplier", "import_drafts.date", "import_drafts.rows"])
    .select("import_runs.file_name")
    .where("import_drafts.canteen_id", "=", canteenId)
    .where("import_drafts.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { file_name: fileName, rows, ...draft } = row;
  return { ...draft, fileName, rows: fromJsonText<ImportDraft["rows"]>(rows) };
}

/** The import in force whose refused rows an order corrects; null: it corrects none. */
export async function findImportOfDraft(
  db: Kysely<Database>,
  { canteenId, id }: { canteenId: Id; id: Id },
): Promise<Id | null> {
  const [row] = await executePrepared(db, {
    name: "import of a draft",
    asked: { canteenId, id },
    build: (asked) =>
      db
        .selectFrom("import_drafts")
        .innerJoin("imports", "imports.id", "import_drafts.run_id")
        .select("imports.id")
        .where("import_drafts.canteen_id", "=", asked.canteenId)
        .where("import_drafts.id", "=", asked.id)
        .where("imports.undone_at", "is", null),
  });
  return row?.id ?? null;
}

/** Throws drafts away (`at`), or takes them back (null). Returns how many there were. */
export async function setImportDraftsThrown(
  db: Kysely<Database>,
  { canteenId, ids }: { canteenId: Id; ids: readonly Id[] },
  at: IsoInstant | null,
): Promise<number> {
  let changed = 0;
  for (const chunk of chunksOf(ids, CHUNK)) {
    const { numUpdatedRows } = await db
      .updateTable("import_drafts")
      .set({ thrown_at: at })
      .where("canteen_id", "=", canteenId)
      .where("id", "in", [...chunk])
      .executeTakeFirst();
    changed += Number(numUpdatedRows);
  }
  return changed;
}

/** Throws away the drafts that earlier runs of the same file left: a newer reading of it takes their place. */
export async function throwImportDraftsOfFile(
  db: Kysely<Database>,
  { canteenId, fileId }: { canteenId: Id; fileId: string },
  at: IsoInstant,
): Promise<void> {
  await db
    .updateTable("import_drafts")
    .set({ thrown_at: at })
    .where("canteen_id", "=", canteenId)
    .where("thrown_at", "is", null)
    .where("run_id", "in", (eb) =>
      eb
        .selectFrom("import_runs")
        .select("import_runs.id")
        .where("import_runs.canteen_id", "=", canteenId)
        .where("import_runs.file_id", "=", fileId),
    )
    .execute();
}

type Waiting = SelectQueryBuilder<Database, "import_drafts" | "import_runs", object>;

function waiting(db: Kysely<Database>, canteenId: Id): Waiting {
  return db
    .selectFrom("import_drafts")
    .innerJoin("import_runs", (join) =>
      join
        .onRef("import_runs.canteen_id", "=", "import_drafts.canteen_id")
        .onRef("import_runs.id", "=", "import_drafts.run_id"),
    )
    .where("import_drafts.canteen_id", "=", canteenId)
    .where("import_drafts.thrown_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("orders")
            .select("orders.id")
            .whereRef("orders.canteen_id", "=", "import_drafts.canteen_id")
            .whereRef("orders.id", "=", "import_drafts.id"),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("imports")
            .select("imports.id")
            .whereRef("imports.id", "=", "import_drafts.run_id")
            .where("imports.undone_at", "is not", null),
        ),
      ),
    );
}
