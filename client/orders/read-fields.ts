import type { Family } from "../../shared/families.ts";
import { lineAmountHtCents } from "../../shared/money.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { EntryContext } from "./entry-context.ts";
import type { Issue, OwnIssueCode } from "./issues.ts";
import { listGap, priceGap } from "./price-gap.ts";
import { readFamily, readIntermediaries, readUnit } from "./read-choices.ts";
import { readMarks } from "./read-marks.ts";
import { readOrigin } from "./read-origin.ts";
import type { Field, Row } from "./row.ts";
import { articleOf } from "./row.ts";

/** The longest name an order line keeps. */
const MOST_LETTERS = 300;
const MOST_UNIT_GRAMS = 10_000_000;

export interface FieldsRead {
  line: OrderLine;
  errors: Partial<Record<Field, Issue>>;
  warnings: Partial<Record<Field, Issue>>;
}

/** What is being read, and what was found wrong or doubtful. */
interface Reader extends Omit<FieldsRead, "line"> {
  row: Row;
  context: EntryContext;
}

/** Every field of a row, as far as it can be read, with what is wrong cell by cell. */
export function readFields(row: Row, context: EntryContext): FieldsRead {
  const reader: Reader = { row, context, errors: {}, warnings: {} };
  const article = articleOf(row);
  const quantityMilli = readNumber(reader, "quantity", 3);
  const line: OrderLine = {
    id: row.id,
    productId: article?.productId ?? null,
    offerId: article?.offerId ?? null,
    description: readDescription(reader),
    family: readFamilyCell(reader),
    quantityMilli,
    unit: readUnitCell(reader, quantityMilli),
    receivedMilli: readNumber(reader, "received", 3),
    refusal: null,
    unitGrams: readUnitGrams(reader),
    unitPriceHtE4: readNumber(reader, "price", 4),
    amountHtCents: 0,
    vatBp: readVat(reader),
    producerId: row.hidden.producerId,
    certifiedShareBp: row.hidden.certifiedShareBp,
    intermediaries: readIntermediariesCell(reader),
    ...readMarksCell(reader),
    ...readOriginCell(reader),
  };
  line.amountHtCents = readAmount(reader, line);
  line.refusal = refusalOf(row, line);
  const gap = listGap(line, context) ?? priceGap(line, context);
  if (gap !== null) reader.warnings.price ??= gap;
  return { line, errors: reader.errors, warnings: reader.warnings };
}

/** A refusal holds while less was kept than was ordered. */
function refusalOf({ refusal }: Row, { quantityMilli, receivedMilli }: OrderLine): OrderLine["refusal"] {
  if (refusal == null || receivedMilli === null) return null;
  return quantityMilli !== null && receivedMilli >= quantityMilli ? null : refusal;
}

function fail(reader: Reader, field: Field, code: OwnIssueCode, text = reader.row.texts[field]): null {
  reader.errors[field] = { code, text: text.trim() };
  return null;
}

function readDescription(reader: Reader): string {
  const text = reader.row.texts.article.trim();
  if (text === "") fail(reader, "article", "ARTICLE_MISSING");
  else if (text.length > MOST_LETTERS) fail(reader, "article", "ARTICLE_TOO_LONG");
  return text;
}

/** An integer of 10^-`decimals`; null: empty or not readable. */
function readNumber({ row, errors, warnings }: Reader, field: Field, decimals: number): number | null {
  const text = row.texts[field];
  if (text.trim() === "") return null;
  const read = parseScaled(text, decimals);
  if (!read.ok) {
    errors[field] = { code: read.code, text };
    return null;
  }
  if (read.warning !== undefined) warnings[field] = { code: read.warning, text };
  return read.value;
}

function readFamilyCell(reader: Reader): Family | null {
  const text = reader.row.texts.family;
  if (text.trim() === "") return fail(reader, "family", "FAMILY_MISSING");
  const read = readFamily(text);
  return read === null ? fail(reader, "family", "FAMILY_UNKNOWN") : read.family;
}

function readUnitCell(reader: Reader, quantityMilli: number | null): Unit | null {
  const { unit: text, quantity } = reader.row.texts;
  if (text.trim() === "") return quantityMilli === null ? null : fail(reader, "unit", "UNIT_MISSING");
  const unit = readUnit(text);
  if (unit === null) return fail(reader, "unit", "UNIT_UNKNOWN");
  if (/kg/i.test(quantity) && unit !== "KG") fail(reader, "quantity", "UNIT_CONTRADICTED", text);
  return unit;
}

function readUnitGrams(reader: Reader): number | null {
  const grams = readNumber(reader, "unitWeight", 3);
  if (grams === null) return null;
  return grams < 1 || grams > MOST_UNIT_GRAMS ? fail(reader, "unitWeight", "UNIT_WEIGHT_RANGE") : grams;
}

function readVat(reader: Reader): number | null {
  const text = reader.row.texts.vat;
  if (text.trim() === "") return null;
  const read = parseScaled(text.replace("%", ""), 2);
  return read.ok && read.value >= 0 && read.value <= 10_000 ? read.value : fail(reader, "vat", "VAT_UNKNOWN");
}

function readIntermediariesCell(reader: Reader): number | null {
  const text = reader.row.texts.intermediaries;
  if (text.trim() === "") return null;
  return readIntermediaries(text) ?? fail(reader, "intermediaries", "INTERMEDIARIES_UNKNOWN");
}

function readMarksCell(
  reader: Reader,
): Pick<OrderLine, "claims" | "organicStage" | "claimedShort" | "claimedLocal"> {
  const { hidden, texts } = reader.row;
  const read = readMarks(texts.marks);
  if (!read.ok) fail(reader, "marks", "MARK_UNKNOWN", read.word);
  const marks = read.ok ? read.marks : { claims: [], conversion: null, short: false, local: false };
  return {
    claims: marks.claims,
    organicStage: marks.conversion ?? hidden.organicStage,
    claimedShort: marks.short ? true : hidden.deniedShort ? false : null,
    claimedLocal: marks.local ? true : hidden.deniedLocal ? false : null,
  };
}

function readOriginCell(reader: Reader): Pick<OrderLine, "originCommunes" | "origin"> {
  const read = readOrigin(reader.row, reader.context.places);
  if (!read.ok) {
    fail(reader, "origin", "ORIGIN_UNKNOWN", read.word);
    return { originCommunes: [], origin: null };
  }
  const beside = read.communes.length > 0 ? reader.row.hidden.origin : null;
  return { originCommunes: read.communes, origin: read.origin ?? beside };
}

/** Cents HT. Quantity and price make it; a stated amount only stands when one of them is missing. */
function readAmount(reader: Reader, line: OrderLine): number {
  const { errors, warnings, row } = reader;
  const stated = readNumber(reader, "amount", 2);
  const quantityMilli = line.receivedMilli ?? line.quantityMilli;
  if (quantityMilli !== null && line.unitPriceHtE4 !== null) {
    const made = computed({ quantityMilli, unitPriceHtE4: line.unitPriceHtE4 });
    // In a credit note the signs do not matter: it takes away.
    if (reader.context.kind === "ORDER" && quantityMilli < 0 && line.unitPriceHtE4 < 0)
      warnings.price = { code: "BOTH_NEGATIVE", text: row.texts.price };
    if (stated !== null && made !== null && stated !== made)
      warnings.amount = { code: "AMOUNT_DIFFERS", text: row.texts.amount, cents: made };
    return made ?? 0;
  }
  if (stated === null && row.texts.amount.trim() === "") {
    if (quantityMilli === null) errors.quantity ??= { code: "QUANTITY_MISSING", text: "" };
    else if (row.texts.price.trim() === "") missingPrice(reader);
  }
  return stated ?? 0;
}

/** A draft may wait for its prices. */
function missingPrice({ context, errors, warnings }: Reader): void {
  const issue: Issue = { code: "PRICE_MISSING", text: "" };
  if (context.status === "DRAFT" || context.status === "ORDERED") warnings.price = issue;
  else errors.price = issue;
}

function computed(priced: { quantityMilli: number; unitPriceHtE4: number }): number | null {
  try {
    return lineAmountHtCents(priced);
  } catch {
    return null;
  }
}
