import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listMeasureEntries } from "../../db/queries/measures.ts";
import { listNames } from "../../db/queries/names.ts";
import { monthOf } from "../../shared/calendar.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { MeasureProgress } from "../../shared/measure-progress.ts";
import { isLate, lastMonthOver, progressOf } from "../../shared/measure-progress.ts";
import type { Measure, MeasureEntry, MeasurePoint } from "../../shared/measures.ts";
import { addMonths, monthsOf } from "../../shared/periods.ts";
import { AppError } from "../app-error.ts";
import type { MeasureScopes, ReachedMeasure } from "./measure-reach.ts";
import { reachMeasures } from "./measure-reach.ts";
import { measurePoints, readMeasureSources } from "./measure-values.ts";

/** A measure with where it stands today. */
export interface MeasureSummary extends Measure, MeasureProgress {
  /** Null: a person who has left, or whom the reader is not told of. */
  ownerName: string | null;
  /** Null: the whole organisation. */
  scopeName: string | null;
  /** At the end of the last month that is over; null: nothing bought, delivered or typed. */
  value: number | null;
  /** That month. */
  month: IsoMonth;
  late: boolean;
  /** The last comment, if any. */
  comment: { text: string; writtenAt: string } | null;
}

export interface MeasureList {
  today: IsoDate;
  measures: MeasureSummary[];
}

export interface NamedMeasureEntry extends MeasureEntry {
  /** Null: as of the owner. */
  writtenByName: string | null;
}

export interface MeasureDetail extends MeasureSummary {
  today: IsoDate;
  /** Month by month, from the start to the last one that is over. */
  points: MeasurePoint[];
  /** The latest first. */
  entries: NamedMeasureEntry[];
}

/** At most so many months are drawn: the latest. */
const MOST_POINTS = 36;

/** Measures the scopes may read, with the value of each at the end of `month` (absent: of the last month over). */
export async function readMeasures(
  db: Kysely<Database>,
  scopes: MeasureScopes,
  {
    today,
    named,
    month = lastMonthOver(today),
  }: {
    today: IsoDate;
    /** The reader is told people's names. */
    named: boolean;
    month?: IsoMonth;
  },
): Promise<MeasureList> {
  const reached = await reachMeasures(db, scopes);
  return { today, measures: await summarise(db, reached, { today, month, named }) };
}

/** Where each of these measures stands at the end of a month. */
export async function summarise(
  db: Kysely<Database>,
  reached: readonly ReachedMeasure[],
  { today, month, named }: { today: IsoDate; month: IsoMonth; named: boolean },
): Promise<MeasureSummary[]> {
  const entries = await listMeasureEntries(
    db,
    reached.map(({ measure }) => measure.id),
  );
  const sources = await readMeasureSources(db, reached, { months: [month], entries });
  const owners = reached.flatMap(({ measure }) => measure.ownerId ?? []);
  const names = await namesOf(db, named ? owners : []);
  return reached.map((one) => {
    const [point] = measurePoints(one, sources, [month]);
    return summaryOf(one, { value: point?.value ?? null, month, today, names, entries });
  });
}

/** One measure with its curve and its history. NOT_FOUND: there is none, or its figure may not be read. */
export async function readMeasure(
  db: Kysely<Database>,
  scopes: MeasureScopes,
  { id, today, named }: { id: Id; today: IsoDate; named: boolean },
): Promise<MeasureDetail> {
  const one = (await reachMeasures(db, scopes)).find(({ measure }) => measure.id === id);
  if (one === undefined) throw new AppError("NOT_FOUND");
  const entries = await listMeasureEntries(db, [id]);
  const months = monthsShown(one.measure, today);
  const sources = await readMeasureSources(db, [one], { months, entries });
  const points = measurePoints(one, sources, months);
  const people = [one.measure.ownerId, ...entries.map(({ writtenBy }) => writtenBy)];
  const names = await namesOf(db, named ? people.flatMap((id) => id ?? []) : []);
  const last = points.at(-1);
  const month = last?.month ?? lastMonthOver(today);
  return {
    ...summaryOf(one, { value: last?.value ?? null, month, today, names, entries }),
    today,
    points,
    entries: entries.map((entry) => ({ ...entry, writtenByName: names.get(entry.writtenBy ?? "") ?? null })),
  };
}

function summaryOf(
  { measure, scopeName }: ReachedMeasure,
  about: {
    value: number | null;
    month: IsoMonth;
    today: IsoDate;
    names: ReadonlyMap<Id, string>;
    entries: readonly MeasureEntry[];
  },
): MeasureSummary {
  const { value, month, today, names, entries } = about;
  const comment = entries.find(({ measureId, text }) => measureId === measure.id && text !== "");
  return {
    ...measure,
    ...progressOf(measure, value),
    ownerName: measure.ownerTitle ?? names.get(measure.ownerId ?? "") ?? null,
    scopeName,
    value,
    month,
    late: isLate(measure, today),
    comment: comment === undefined ? null : { text: comment.text, writtenAt: comment.writtenAt },
  };
}

function monthsShown({ startOn }: Measure, today: IsoDate): IsoMonth[] {
  const toMonth = lastMonthOver(today);
  const started = monthOf(startOn);
  const earliest = addMonths(toMonth, 1 - MOST_POINTS);
  const fromMonth = started > toMonth ? toMonth : started < earliest ? earliest : started;
  return monthsOf({ fromMonth, toMonth });
}

async function namesOf(db: Kysely<Database>, ids: readonly Id[]): Promise<Map<Id, string>> {
  const names = await listNames(db, "users", [...new Set(ids)]);
  return new Map(names.map(({ id, name }) => [id, name]));
}
