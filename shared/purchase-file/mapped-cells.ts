import type { Origin } from "../facts.ts";
import { isSiret, normaliseSiret } from "../identifiers.ts";
import { lineAmountHtCents } from "../money.ts";
import { parseScaled } from "../parsing/numbers.ts";
import { typedNumber } from "../parsing/spreadsheet-text.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import { originOfCountry } from "../table-mapping/countries.ts";
import type { PurchaseDetails } from "../table-mapping/questions.ts";
import { splitQuantity, unitOfWord } from "../table-mapping/units.ts";
import { readAmount } from "./amount.ts";
import { trimCell } from "./cell-text.ts";
import { readOrigin } from "./coded-cells.ts";
import type { Layout, MappedReading } from "./layout.ts";
import type { Notes, Where } from "./notes.ts";

const REFERENCE_LENGTH = 100;
/** A million units, ten million euros each: beyond, it is a slip, and the exact product would overflow. */
const LARGEST_MILLI = 1_000_000_000;
const LARGEST_E4 = 100_000_000_000;

interface MappedRow {
  layout: Layout;
  mapped: MappedReading;
  notes: Notes;
}

/**
 * Amount HT of a mapped row, in cents, and what else it says: the amount itself, else TTC less its VAT, else quantity
 * times unit price; null when none of them can be read, with the issue of the one that was tried.
 */
export function readMappedAmount(
  row: number,
  cells: readonly string[],
  reading: MappedRow,
): { cents: number; details: PurchaseDetails } | null {
  const { layout } = reading;
  const vatBp = readVat(layout.at(cells, "taux_tva"), layout.where(row, "taux_tva"), reading);
  const quantity = readQuantity(row, cells, reading);
  const unitPriceHtE4 = readUnitPrice(row, cells, reading);
  if (vatBp === undefined) return null;
  const cents = amountOf(row, cells, { ...reading, vatBp, quantity, unitPriceHtE4 });
  if (cents === null) return null;
  const quantityMilli = quantity?.quantityMilli ?? null;
  const unit = quantity?.unit ?? null;
  const isProduct =
    quantityMilli !== null &&
    unit !== null &&
    unitPriceHtE4 !== null &&
    lineAmountHtCents({ quantityMilli, unitPriceHtE4 }) === cents;
  const siret = normaliseSiret(layout.at(cells, "siret_fournisseur"));
  return {
    cents,
    details: {
      supplierId: null,
      supplierSiret: isSiret(siret) ? siret : null,
      quantityMilli: unit === null ? null : quantityMilli,
      unit,
      unitPriceHtE4: isProduct ? unitPriceHtE4 : null,
      vatBp,
      reference: shortText(layout.at(cells, "reference")),
      articleCode: shortText(layout.at(cells, "code_article")),
    },
  };
}

interface AmountParts extends MappedRow {
  vatBp: number | null;
  quantity: Quantity | null;
  unitPriceHtE4: number | null;
}

function amountOf(row: number, cells: readonly string[], parts: AmountParts): number | null {
  const { layout, mapped, notes, vatBp, quantity, unitPriceHtE4 } = parts;
  const { decimalMark } = mapped;
  const where = layout.where(row, "prix_ht");
  const amount = layout.at(cells, "prix_ht");
  if (amount !== "") return readAmount(amount, where, { notes, decimalMark });
  const withVat = layout.at(cells, "prix_ttc");
  if (withVat !== "" && vatBp !== null) {
    const ttc = readAmount(withVat, layout.where(row, "prix_ttc"), { notes, decimalMark });
    if (ttc === null) return null;
    const cents = toSafeInteger(divideHalfAway(BigInt(ttc) * 10_000n, BigInt(10_000 + vatBp)));
    notes.correct(layout.where(row, "prix_ttc"), withVat, { code: "PRICE_FROM_TTC", result: euros(cents) });
    return cents;
  }
  if (quantity !== null && unitPriceHtE4 !== null) {
    const cents = lineAmountHtCents({ quantityMilli: quantity.quantityMilli, unitPriceHtE4 });
    const written = layout.at(cells, "prix_unitaire_ht");
    notes.correct(layout.where(row, "prix_unitaire_ht"), written, {
      code: "PRICE_FROM_QUANTITY",
      result: euros(cents),
    });
    return readAmount(euros(cents), where, { notes });
  }
  notes.refuse(layout.has("prix_ht") ? where : whereOfAmount(row, layout), "", { code: "REQUIRED" });
  return null;
}

function whereOfAmount(row: number, layout: Layout): Where {
  return layout.where(row, layout.has("prix_ttc") ? "prix_ttc" : "prix_unitaire_ht");
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** Basis points; null: not said; undefined: refused with VAT_NUMBER. A spreadsheet's percentage is a fraction: 0,055. */
function readVat(cell: string, where: Where, { notes, mapped }: MappedRow): number | null | undefined {
  if (cell === "") return null;
  const read = parseScaled(typedNumber(cell.replace(/(?<!\s)\s*%$/, ""), mapped.decimalMark), 4);
  const isPercent = cell.includes("%");
  if (read.ok && read.value >= 0 && read.value <= 1_000_000) {
    const isFraction = !isPercent && read.value > 0 && read.value <= 2_500;
    const bp = isFraction ? read.value : Math.round(read.value / 100);
    if (bp <= 3_000) return bp;
  }
  notes.refuse(where, cell, { code: "VAT_NUMBER" });
  notes.wonder(where, cell, null);
  return undefined;
}

interface Quantity {
  quantityMilli: number;
  /** Null: not said or not known; the quantity then only serves to work out the amount. */
  unit: PurchaseDetails["unit"];
}

/** Null: not said, or not understood, which is noted: the amount may do without it. */
function readQuantity(
  row: number,
  cells: readonly string[],
  { layout, mapped, notes }: MappedRow,
): Quantity | null {
  const cell = layout.at(cells, "quantite");
  if (cell === "") return null;
  const where = layout.where(row, "quantite");
  const { number, unit: written } = splitQuantity(cell);
  const read = parseScaled(typedNumber(number, mapped.decimalMark), 3);
  const word = layout.at(cells, "unite") || written;
  const unit = unitOfWord(word);
  if (unit === null) notes.wonder(layout.where(row, "unite"), word, null);
  const isRead = read.ok && Math.abs(read.value) <= LARGEST_MILLI;
  if (isRead && unit !== null) return { quantityMilli: read.value, unit };
  notes.correct(where, `${cell} ${layout.at(cells, "unite")}`.trim(), {
    code: "QUANTITY_IGNORED",
    result: "",
  });
  return isRead ? { quantityMilli: read.value, unit } : null;
}

function readUnitPrice(
  row: number,
  cells: readonly string[],
  { layout, mapped, notes }: MappedRow,
): number | null {
  const cell = layout.at(cells, "prix_unitaire_ht");
  if (cell === "") return null;
  const read = parseScaled(typedNumber(cell.replace(/\s*\/.*$/, ""), mapped.decimalMark), 4);
  if (read.ok && Math.abs(read.value) <= LARGEST_E4) return read.value;
  notes.correct(layout.where(row, "prix_unitaire_ht"), cell, { code: "QUANTITY_IGNORED", result: "" });
  return null;
}

function shortText(cell: string): string | null {
  return trimCell(cell).replace(/\s+/g, " ").slice(0, REFERENCE_LENGTH) || null;
}

/** The origin of a cell that may be a country: one of the Union is EUROPE, one from elsewhere no origin at all. */
export function readMappedOrigin(cell: string, where: Where, notes: Notes): Origin | null {
  const country = cell === "" ? null : originOfCountry(cell);
  if (country === null) return readOrigin(cell, where, notes);
  const isElsewhere = country === "ELSEWHERE";
  notes.correct(where, cell, {
    code: isElsewhere ? "ORIGIN_ELSEWHERE" : "ORIGIN_WORD",
    result: isElsewhere ? "" : country,
  });
  return isElsewhere ? null : country;
}
