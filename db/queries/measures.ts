import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { MeasureFigure, MeasureScope } from "../../shared/measure-figures.ts";
import type {
  Measure,
  MeasureChange,
  MeasureEntry,
  MeasureEntryKind,
  MeasureState,
} from "../../shared/measures.ts";
import { searchKey } from "../../shared/normalise.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { MeasureEntriesTable, MeasuresTable } from "../tables/measures.ts";

/** The measure, or undefined. */
export async function findMeasure(db: Kysely<Database>, id: Id): Promise<Measure | undefined> {
  const row = await db.selectFrom("measures").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toMeasure(row);
}

/** Measures of these organisations, and those tied to these workshops, the nearest due first. */
export async function listMeasures(
  db: Kysely<Database>,
  { organisationIds, legumerieIds }: { organisationIds: readonly Id[]; legumerieIds: readonly Id[] },
): Promise<Measure[]> {
  if (organisationIds.length + legumerieIds.length === 0) return [];
  const rows = await db
    .selectFrom("measures")
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(organisationIds.length > 0 ? [eb("organisation_id", "in", [...organisationIds])] : []),
        ...(legumerieIds.length > 0
          ? [eb.and([eb("scope_kind", "=", "legumerie"), eb("scope_id", "in", [...legumerieIds])])]
          : []),
      ]),
    )
    .orderBy("due_on")
    .orderBy("search")
    .orderBy("id")
    .execute();
  return rows.map(toMeasure);
}

/** Adds the measure, or replaces all that it says; its day of creation stays. */
export async function upsertMeasure(
  db: Kysely<Database>,
  measure: Measure & { createdAt: IsoInstant },
): Promise<void> {
  const columns = {
    title: measure.title,
    search: searchKey(measure.title),
    description: measure.description,
    owner_id: measure.ownerId,
    owner_title: measure.ownerTitle,
    starts_on: measure.startsOn,
    due_on: measure.dueOn,
    state: measure.state,
    reason: measure.reason,
    figure: measure.figure,
    certainty: measure.certainty,
    scope_kind: measure.scopeKind,
    scope_id: measure.scopeId,
    unit_text: measure.unitText,
    start_value: measure.startValue,
    start_on: measure.startOn,
    target_value: measure.targetValue,
  };
  const { id, organisationId, createdAt } = measure;
  await db
    .insertInto("measures")
    .values({ id, organisation_id: organisationId, created_at: createdAt, ...columns })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
}

/** The entry of that measure and id, or undefined. */
export async function findMeasureEntry(
  db: Kysely<Database>,
  { measureId, id }: { measureId: Id; id: Id },
): Promise<MeasureEntry | undefined> {
  const row = await db
    .selectFrom("measure_entries")
    .selectAll()
    .where("measure_id", "=", measureId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toEntry(row);
}

/** Everything written of these measures, the latest first. */
export async function listMeasureEntries(
  db: Kysely<Database>,
  measureIds: readonly Id[],
): Promise<MeasureEntry[]> {
  const found: MeasureEntry[] = [];
  for (const chunk of chunksOf(measureIds, CHUNK)) {
    const rows = await db
      .selectFrom("measure_entries")
      .selectAll()
      .where("measure_id", "in", [...chunk])
      .orderBy("written_at", "desc")
      .orderBy("id", "desc")
      .execute();
    found.push(...rows.map(toEntry));
  }
  return found;
}

/** Adds one line to a measure's history. */
export async function insertMeasureEntry(db: Kysely<Database>, entry: MeasureEntry): Promise<void> {
  await db
    .insertInto("measure_entries")
    .values({
      measure_id: entry.measureId,
      id: entry.id,
      kind: entry.kind,
      note: entry.text,
      measured_value: entry.value,
      measured_on: entry.measuredOn,
      changes: toJsonText(entry.changes),
      written_at: entry.writtenAt,
      written_by: entry.writtenBy,
    })
    .execute();
}

function toMeasure(row: MeasuresTable): Measure {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    title: row.title,
    description: row.description,
    ownerId: row.owner_id,
    ownerTitle: row.owner_title,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    state: row.state as MeasureState,
    reason: row.reason,
    figure: row.figure as MeasureFigure,
    certainty: row.certainty as Certainty,
    scopeKind: row.scope_kind as MeasureScope,
    scopeId: row.scope_id,
    unitText: row.unit_text,
    startValue: row.start_value,
    startOn: row.start_on,
    targetValue: row.target_value,
  };
}

function toEntry(row: MeasureEntriesTable): MeasureEntry {
  return {
    id: row.id,
    measureId: row.measure_id,
    kind: row.kind as MeasureEntryKind,
    text: row.note,
    value: row.measured_value,
    measuredOn: row.measured_on,
    changes: fromJsonText<MeasureChange[]>(row.changes),
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  };
}
