import { newId } from "../../shared/ids.ts";
import type { ImportDraftRow, OpenedImportDraft } from "../../shared/import-drafts.ts";
import type { Locale } from "../../shared/locales.ts";
import { searchKey } from "../../shared/normalise.ts";
import { ORIGIN_LABELS } from "../../shared/offers.ts";
import type { DateContext } from "../../shared/parsing/dates.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import type { RefusedTexts } from "../../shared/purchase-file/purchase-row.ts";
import {
  BOOLEAN_WORDS,
  CATEGORY_WORDS,
  FAMILY_WORDS,
  ORIGIN_WORDS,
} from "../../shared/purchase-file/words.ts";
import { categoryShort } from "./category-short.ts";
import type { OrderStart } from "./order-start.ts";
import { familyText } from "./read-choices.ts";
import { MARK_WORDS, wordsOf } from "./read-marks.ts";
import type { Row } from "./row.ts";
import { blankRow } from "./row.ts";

/** The refused rows of an import as an order to correct: each text stands in its cell as the file has it. */
export function refusedStart(
  { id, date, known, rows }: OpenedImportDraft,
  { locale, dates }: { locale: Locale; dates: DateContext },
): OrderStart {
  const isDay = parseDate(date, dates).ok;
  return {
    orderId: id,
    version: 0,
    header: {
      supplier: known,
      kind: "ORDER",
      status: "INVOICED",
      orderedOn: date,
      deliveredOn: "",
      // What is no day is corrected once.
      invoicedOn: isDay ? date : "",
      reference: rows[0]?.texts.reference ?? "",
      note: "",
    },
    rows: rows.map((row) => refusedRow(row, locale)),
    saved: false,
    refused: true,
    verdicts: {},
  };
}

function refusedRow({ texts }: ImportDraftRow, locale: Locale): Row {
  const said = [
    texts.categories_egalim,
    texts.caracteristiques,
    texts.caracteristique_label1,
    texts.caracteristique_label2,
    texts.caracteristique_france,
  ].flatMap((text = "") => wordsOf(text));
  const isOrigin = (word: string) => ORIGIN_WORDS.has(searchKey(word));
  const origins = [...wordsOf(texts.origine ?? ""), ...said.filter(isOrigin)];
  const marks = [
    ...said.filter((word) => !isOrigin(word)).map((word) => markText(word, locale)),
    ...yesOrText(texts.est_circuit_court, labelOf("short", locale)),
    ...yesOrText(texts.est_local, labelOf("local", locale)),
  ];
  const row = blankRow(newId());
  return {
    ...row,
    texts: {
      ...row.texts,
      ...cellsOf(texts, locale),
      marks: marks.join(", "),
      origin: origins.map((word) => originText(word, locale)).join(", "),
    },
  };
}

function cellsOf(texts: RefusedTexts, locale: Locale): Partial<Row["texts"]> {
  const said = texts.famille_produits ?? "";
  const family = FAMILY_WORDS.get(searchKey(said));
  return {
    article: texts.description ?? "",
    quantity: texts.quantite ?? "",
    unit: texts.unite ?? "",
    price: texts.prix_unitaire_ht ?? "",
    amount: texts.prix_ht ?? "",
    family: family === undefined ? said : familyText(family, locale),
    vat: texts.taux_tva ?? "",
  };
}

/** A yes becomes the mark, a no nothing; what is neither stays to be corrected. */
function yesOrText(text = "", mark: string): string[] {
  const said = BOOLEAN_WORDS.get(searchKey(text));
  if (said === undefined) return [text];
  return said ? [mark] : [];
}

/** A category as the grid says it; the grid reads fewer words than the import does. */
function markText(word: string, locale: Locale): string {
  const category = CATEGORY_WORDS.get(searchKey(word));
  return category === undefined ? word : categoryShort(category, locale);
}

function labelOf(kind: "short" | "local", locale: Locale): string {
  return MARK_WORDS.find(({ word }) => word.kind === kind)?.label[locale] ?? "";
}

function originText(word: string, locale: Locale): string {
  const origin = ORIGIN_WORDS.get(searchKey(word));
  return origin === undefined ? word : ORIGIN_LABELS[origin][locale];
}
