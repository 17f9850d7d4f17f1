import { shownName } from "./account.ts";
import type { FieldReading } from "./audit-field-readings.ts";
import { WEEKDAY_NAMES } from "./calendar-names.ts";
import { formatDateShort } from "./format/dates.ts";
import { formatHours, formatKg, formatKm, formatQuantity } from "./format/measures.ts";
import { formatEuros, formatUnitPrice } from "./format/money.ts";
import { formatFixed, formatInteger } from "./format/numbers.ts";
import { formatBasisPoints, MISSING } from "./format/ratios.ts";
import { formatFrenchMoment } from "./french-time.ts";
import type { Locale, Translated } from "./locales.ts";
import type { Unit } from "./quantity.ts";
import { UNITS } from "./quantity.ts";
import { REFUSAL_REASON_LABELS } from "./refusals.ts";

/** What it takes to write a value: the language, and the names of ids and communes. */
export interface AuditWords {
  locale: Locale;
  names: Readonly<Record<string, string>>;
}

const YES: Translated = { fr: "oui", en: "yes" };
const NO: Translated = { fr: "non", en: "no" };
const ATTACHED: Translated = { fr: "joint", en: "attached" };
const HIDDEN_NAME: Translated = { fr: "nom non disponible", en: "name not available" };
const LANGUAGES: Readonly<Record<string, Translated>> = {
  fr: { fr: "français", en: "French" },
  en: { fr: "anglais", en: "English" },
};

/** The value as a reader says it, « – » when there is none; `unit`: of the line the value is in. */
export function auditValueText(
  value: unknown,
  { kind }: Pick<FieldReading, "kind">,
  { locale, names, unit = null }: AuditWords & { unit?: unknown },
): string {
  if (value === null || value === undefined || value === "") return MISSING;
  if (Array.isArray(value)) {
    const texts = value.map((item: unknown) => auditValueText(item, { kind }, { locale, names, unit }));
    return texts.length === 0 ? MISSING : texts.join(", ");
  }
  if (typeof kind === "object") return labelOf(kind, value, locale);
  if (Number.isSafeInteger(value)) return numberText(Number(value), kind, { locale, unit });
  if (typeof value === "boolean") return (value ? YES : NO)[locale];
  if (kind === "point") return pointText(value, locale);
  if (kind === "refusal") return refusalText(value, locale);
  return typeof value === "string" ? wordText(value, kind, { locale, names }) : JSON.stringify(value);
}

function numberText(
  value: number,
  kind: string,
  { locale, unit }: { locale: Locale; unit: unknown },
): string {
  if (kind === "cents") return formatEuros(value, locale);
  if (kind === "unitPriceE4") return formatUnitPrice(value, locale);
  if (kind === "quantityMilli") return quantityText(value, unit, locale);
  if (kind === "grams") return formatKg(value, locale);
  if (kind === "weekday") return WEEKDAY_NAMES[locale][value - 1] ?? MISSING;
  if (kind === "metres") return formatKm(value, locale);
  if (kind === "basisPoints") return formatBasisPoints(value, locale);
  if (kind === "hoursE2") return formatHours(value, locale);
  return kind === "text" ? String(value) : formatInteger(value, locale);
}

function wordText(value: string, kind: string, { locale, names }: AuditWords): string {
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDateShort(value, locale);
  if (kind === "moment") return formatFrenchMoment(value, locale);
  if (kind === "file") return ATTACHED[locale];
  if (kind === "locale") return labelOf(LANGUAGES, value, locale);
  if (kind === "reference") return nameOf(value, { locale, names });
  return value;
}

/** The name of an id; a commune or a territory without a name keeps its code, which says something. */
export function nameOf(id: string, { locale, names }: AuditWords): string {
  if (Object.hasOwn(names, id)) return shownName(names[id] ?? id, locale);
  return id.length < 30 ? id : HIDDEN_NAME[locale];
}

function labelOf(labels: Readonly<Record<string, Translated>>, value: unknown, locale: Locale): string {
  const key = String(value);
  return Object.hasOwn(labels, key) ? (labels[key]?.[locale] ?? key) : key;
}

function quantityText(quantityMilli: number, unit: unknown, locale: Locale): string {
  const known: Unit | undefined = UNITS.find((code) => code === unit);
  if (known !== undefined) return formatQuantity({ quantityMilli, unit: known }, locale);
  return formatFixed({ value: quantityMilli, decimals: 3, minDecimals: 0 }, locale);
}

/** « Abîmé (cageots écrasés) ». */
function refusalText(value: unknown, locale: Locale): string {
  if (typeof value !== "object" || value === null || !("reason" in value)) return MISSING;
  const reason = labelOf(REFUSAL_REASON_LABELS, value.reason, locale);
  return "note" in value && typeof value.note === "string" ? `${reason} (${value.note})` : reason;
}

function pointText(value: unknown, locale: Locale): string {
  if (typeof value !== "object" || value === null || !("latE6" in value) || !("lngE6" in value))
    return MISSING;
  const degrees = [value.latE6, value.lngE6].map((e6) =>
    Number.isSafeInteger(e6)
      ? formatFixed({ value: Number(e6), decimals: 6, minDecimals: 1 }, locale)
      : MISSING,
  );
  return degrees.join(" ; ");
}
