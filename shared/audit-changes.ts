import type { AuditEntry } from "./audit.ts";
import type { FieldReading } from "./audit-field-readings.ts";
import { FIELDS, FIELDS_OF_NOUN, SILENT_FIELDS } from "./audit-fields.ts";
import type { AuditWords } from "./audit-values.ts";
import { auditValueText } from "./audit-values.ts";
import { formatEuros } from "./format/money.ts";
import { MISSING } from "./format/ratios.ts";
import type { Translated } from "./locales.ts";

/** One value that changed, in words. */
export interface FieldChange {
  /** Unique in its entry. */
  key: string;
  /** What the order's line is called; null: the thing itself. */
  subject: string | null;
  /** The line is called as people typed it, not by words of the product. */
  subjectTyped: boolean;
  label: string;
  /** « – »: there was none. */
  before: string;
  /** « – »: there is none any more. */
  after: string;
  /** The values are what people typed, or names, not words of the product. */
  typed: boolean;
}

type Values = Readonly<Record<string, unknown>>;

const LINE: Translated = { fr: "Ligne", en: "Line" };
const UNNAMED: Translated = { fr: "Ligne sans nom", en: "Unnamed line" };

/** What differs between before and after, the thing's own fields first, then its lines; empty: nothing a reader sees. */
export function auditChanges(entry: AuditEntry, words: AuditWords): FieldChange[] {
  const before = valuesOf(entry.before);
  const after = valuesOf(entry.after);
  const own = fieldChanges({ before, after }, { noun: entry.noun, prefix: "", subject: null }, words);
  return [...own, ...lineChanges({ before, after }, words)];
}

/** The values of a change as a record that holds nothing else; empty for anything but a record. */
export function valuesOf(value: unknown): Values {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return Object.assign(Object.create(null), isRecord ? value : {}) as Values;
}

function fieldChanges(
  { before, after }: { before: Values; after: Values },
  { noun, prefix, subject }: { noun: string; prefix: string; subject: LineName | null },
  words: AuditWords,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const key of shownKeys(before, after)) {
    if (isSame(before[key], after[key])) continue;
    const reading = readingOf(noun, key);
    const texts = {
      before: auditValueText(before[key], reading, { ...words, unit: before.unit }),
      after: auditValueText(after[key], reading, { ...words, unit: after.unit }),
    };
    if (texts.before !== texts.after)
      changes.push({
        key: prefix + key,
        ...subjectFields(subject),
        label: reading.label[words.locale],
        ...texts,
        typed: reading.kind === "text" || isNamed([before[key], after[key]], reading, words),
      });
  }
  return changes;
}

/** Ids whose name is told: what people call a thing; « nom non disponible » is the product's own words. */
function isNamed(ids: readonly unknown[], { kind }: FieldReading, { names }: AuditWords): boolean {
  return kind === "reference" && ids.flat().some((id) => typeof id === "string" && Object.hasOwn(names, id));
}

/** Lines are followed by their id: moved, added and removed ones are told apart from changed ones. */
function lineChanges({ before, after }: { before: Values; after: Values }, words: AuditWords): FieldChange[] {
  const was = linesOf(before);
  const is = linesOf(after);
  const ids = new Set([...was.keys(), ...is.keys()]);
  return [...ids].flatMap((id) => {
    const old = was.get(id);
    const now = is.get(id);
    const subject = nameOf(now ?? old ?? {}, words);
    if (old !== undefined && now !== undefined)
      return fieldChanges({ before: old, after: now }, { noun: "lines", prefix: `${id}/`, subject }, words);
    const label = LINE[words.locale];
    return {
      key: id,
      ...subjectFields(subject),
      label,
      before: lineText(old, words),
      after: lineText(now, words),
      typed: false,
    };
  });
}

function linesOf({ lines }: Values): Map<string, Values> {
  const list: unknown[] = Array.isArray(lines) ? lines : [];
  return new Map(list.map((line, index) => [String(valuesOf(line).id ?? index), valuesOf(line)]));
}

/** What a line is called. */
interface LineName {
  text: string;
  typed: boolean;
}

function nameOf({ description }: Values, { locale }: AuditWords): LineName {
  const typed = typeof description === "string" && description !== "";
  return { text: typed ? description : UNNAMED[locale], typed };
}

function subjectFields(name: LineName | null): Pick<FieldChange, "subject" | "subjectTyped"> {
  return { subject: name?.text ?? null, subjectTyped: name?.typed ?? false };
}

/** « 10 kg, 20,00 € »; « – » when there is no such line. */
function lineText(line: Values | undefined, { locale, names }: AuditWords): string {
  if (line === undefined) return MISSING;
  const quantity = auditValueText(
    line.receivedMilli ?? line.quantityMilli,
    { kind: "quantityMilli" },
    { locale, names, unit: line.unit },
  );
  const hours = auditValueText(line.hoursE2, { kind: "hoursE2" }, { locale, names });
  const amount = Number.isSafeInteger(line.amountHtCents)
    ? formatEuros(Number(line.amountHtCents), locale)
    : MISSING;
  return (
    [quantity, hours, amount].filter((text) => text !== MISSING).join(", ") ||
    nameOf(line, { locale, names }).text
  );
}

/** Known fields in their own order, then those no one has labelled yet. */
function shownKeys(before: Values, after: Values): string[] {
  const held = new Set([...Object.keys(before), ...Object.keys(after)]);
  const known = Object.keys(FIELDS).filter((key) => held.has(key));
  const others = [...held].filter((key) => !Object.hasOwn(FIELDS, key)).sort();
  return [...known, ...others].filter((key) => !SILENT_FIELDS.has(key));
}

function readingOf(noun: string, key: string): FieldReading {
  const special = Object.hasOwn(FIELDS_OF_NOUN, noun) ? FIELDS_OF_NOUN[noun] : undefined;
  if (special !== undefined && Object.hasOwn(special, key)) return special[key] ?? unknownField(key);
  return Object.hasOwn(FIELDS, key) ? (FIELDS[key] ?? unknownField(key)) : unknownField(key);
}

/** A field newer than these words is shown under its own name rather than kept quiet. */
function unknownField(key: string): FieldReading {
  return { label: { fr: key, en: key }, kind: "text" };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
