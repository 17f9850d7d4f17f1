import * as z from "zod/mini";
import type { IsoDate, IsoInstant, IsoMonth } from "./facts.ts";
import type { FieldIssueCode } from "./field-issues.ts";
import { dateField, nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";
import type { Certainty } from "./marks.ts";
import type { MeasureFigure, MeasureScope, MeasureUnit } from "./measure-figures.ts";
import { hasCertainty, MEASURE_FIGURES, MEASURE_SCOPES, scopesOf, unitOf } from "./measure-figures.ts";

export const MEASURE_STATES = ["planned", "under-way", "done", "given-up"] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

export const MEASURE_STATE_LABELS: Readonly<Record<MeasureState, Translated>> = {
  planned: { fr: "Prévue", en: "Planned" },
  "under-way": { fr: "En cours", en: "Under way" },
  done: { fr: "Faite", en: "Done" },
  "given-up": { fr: "Abandonnée", en: "Given up" },
};

/** A followed action: who carries it, until when, and the figure it wants to move. */
export interface Measure {
  id: Id;
  organisationId: Id;
  title: string;
  /** Empty: nothing more to say. */
  description: string;
  /** A person of the organisation; null: `ownerTitle` says who. */
  ownerId: Id | null;
  /** A function, « Direction des collèges »; null: `ownerId` says who. */
  ownerTitle: string | null;
  startsOn: IsoDate;
  /** The day the target is for. */
  dueOn: IsoDate;
  state: MeasureState;
  /** Why it was given up; null in every other state. */
  reason: string | null;
  figure: MeasureFigure;
  /** Of a figure of purchases; « strict » for the others. */
  certainty: Certainty;
  scopeKind: MeasureScope;
  /** Organisation, group, canteen, or the workshop's supplier id. */
  scopeId: Id;
  /** What a typed value counts, « repas »; null for the product's own figures. */
  unitText: string | null;
  /** Where it started, in the unit of the figure. */
  startValue: number;
  startOn: IsoDate;
  targetValue: number;
}

export const MEASURE_ENTRY_KINDS = ["comment", "value", "change"] as const;
export type MeasureEntryKind = (typeof MEASURE_ENTRY_KINDS)[number];

/** One line of a measure's history: added, never edited. */
export interface MeasureEntry {
  id: Id;
  measureId: Id;
  kind: MeasureEntryKind;
  /** What was written; empty: a value or a change says it all. */
  text: string;
  /** Typed value, thousandths of the measure's unit; null unless `kind` is « value ». */
  value: number | null;
  /** The day the value is of; null unless `kind` is « value ». */
  measuredOn: IsoDate | null;
  /** What a change of the measure moved; empty unless `kind` is « change ». */
  changes: MeasureChange[];
  writtenAt: IsoInstant;
  /** Null: the account is gone, or the command line wrote it. */
  writtenBy: Id | null;
}

/** Fields whose change is told in the measure's own history; the audit holds every one. */
export const TOLD_FIELDS = ["state", "reason", "dueOn", "targetValue", "startValue", "figure"] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];

export interface MeasureChange {
  field: ToldField;
  before: string | number | null;
  after: string | number | null;
}

/** The figure of one month's end: over the twelve months up to it, or the last value typed by then. */
export interface MeasurePoint {
  month: IsoMonth;
  /** In the unit of the figure; null: nothing bought, nothing typed yet. */
  value: number | null;
}

const MOST_TEXT = 2_000;
/** Far above any figure, far below what JavaScript no longer holds exactly. */
const MOST_VALUE = 1_000_000_000_000;

const code = (value: FieldIssueCode): FieldIssueCode => value;
const valueField = z.int(code("required")).check(z.gte(0, code("range")), z.lte(MOST_VALUE, code("range")));
const textField = z.string().check(z.trim(), z.maxLength(MOST_TEXT, code("too-long")));
const optionalName = z.nullable(nameField);

export const measureInputSchema = z
  .object({
    title: nameField,
    description: textField,
    ownerId: z.nullable(idSchema),
    ownerTitle: optionalName,
    startsOn: dateField,
    dueOn: dateField,
    state: z.enum(MEASURE_STATES),
    reason: z.nullable(textField),
    figure: z.enum(MEASURE_FIGURES),
    certainty: z.enum(["strict", "declared"]),
    scopeKind: z.enum(MEASURE_SCOPES),
    scopeId: idSchema,
    unitText: optionalName,
    startValue: valueField,
    startOn: dateField,
    targetValue: valueField,
  })
  .check(
    z.refine(({ ownerId, ownerTitle }) => (ownerId === null) !== (ownerTitle === null), {
      path: ["ownerTitle"],
      error: code("required"),
    }),
    z.refine(({ startsOn, dueOn }) => startsOn <= dueOn, { path: ["dueOn"], error: code("measure-dates") }),
    z.refine(({ startOn, dueOn }) => startOn <= dueOn, { path: ["startOn"], error: code("measure-dates") }),
    z.refine(({ state, reason }) => (state === "given-up") === ((reason ?? "") !== ""), {
      path: ["reason"],
      error: code("required"),
    }),
    z.refine(({ figure, scopeKind }) => scopesOf(figure).includes(scopeKind), {
      path: ["scopeKind"],
      error: code("choice"),
    }),
    z.refine(({ figure, unitText }) => (figure === "TYPED") === (unitText !== null), {
      path: ["unitText"],
      error: code("required"),
    }),
    z.refine(({ figure, certainty }) => hasCertainty(figure) || certainty === "strict", {
      path: ["certainty"],
      error: code("choice"),
    }),
    z.refine(({ figure, startValue }) => isShareAtMost(figure, startValue), {
      path: ["startValue"],
      error: code("range"),
    }),
    z.refine(({ figure, targetValue }) => isShareAtMost(figure, targetValue), {
      path: ["targetValue"],
      error: code("range"),
    }),
  );
export type MeasureInput = z.infer<typeof measureInputSchema>;

export const measureSaveSchema = z.object({ id: idSchema, input: measureInputSchema });

/** A comment, or a typed value with what is to be said of it. */
export const measureEntrySchema = z
  .object({
    id: idSchema,
    measureId: idSchema,
    text: textField,
    value: z.nullable(valueField),
    measuredOn: z.nullable(dateField),
  })
  .check(
    z.refine(({ text, value }) => text !== "" || value !== null, { path: ["text"], error: code("required") }),
    z.refine(({ value, measuredOn }) => (value === null) === (measuredOn === null), {
      path: ["measuredOn"],
      error: code("required"),
    }),
  );
export type MeasureEntryInput = z.infer<typeof measureEntrySchema>;

/** What a save changed of what the history tells, in the order of the fields; empty: nothing told changed. */
export function toldChanges(before: Measure, after: Measure): MeasureChange[] {
  return TOLD_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

/** A measure as the record of changes keeps it: each value under a name that says its unit. */
export function auditedMeasure({ startValue, targetValue, ...measure }: Measure): Record<string, unknown> {
  const name = AUDITED_VALUES[unitOf(measure.figure)];
  return { ...measure, [`start${name}`]: startValue, [`target${name}`]: targetValue };
}

const AUDITED_VALUES: Readonly<Record<MeasureUnit, string>> = {
  share: "ShareBp",
  cents: "HtCents",
  grams: "Grams",
  count: "Count",
  hours: "HoursE2",
  typed: "Milli",
};

function isShareAtMost(figure: MeasureFigure, value: number): boolean {
  const whole = 10_000;
  return unitOf(figure) !== "share" || value <= whole;
}
