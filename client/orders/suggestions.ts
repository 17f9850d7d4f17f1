import { CATEGORY_LABELS } from "../../shared/categories.ts";
import type { Place } from "../../shared/facts.ts";
import { FAMILIES } from "../../shared/families.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatUnitPrice } from "../../shared/format/money.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Offer } from "../../shared/offers.ts";
import { ORIGIN_LABELS } from "../../shared/offers.ts";
import { UNIT_LABELS, UNITS } from "../../shared/quantity.ts";
import type { GridField } from "./columns.ts";
import type { EntryContext } from "./entry-context.ts";
import { familyText, NOT_FOOD, unitText } from "./read-choices.ts";
import type { MarkWord } from "./read-marks.ts";
import { MARK_WORDS, wordsOf } from "./read-marks.ts";
import { communeText } from "./read-origin.ts";

/** One line of the list under a cell. */
export interface Suggestion {
  id: string;
  label: string;
  detail: string;
  /** What choosing it does: takes the article, or puts `text` in the cell. */
  choice:
    | { kind: "article"; offer: Offer }
    | { kind: "text"; text: string }
    | { kind: "commune"; text: string; place: Place };
}

const MOST_SUGGESTIONS = 8;

/** What may stand in the cell given what is typed, best first; empty for cells without a list. */
export function suggestionsFor(field: GridField, typed: string, context: EntryContext): Suggestion[] {
  switch (field) {
    case "article":
      return articleSuggestions(typed, context);
    case "unit":
      return unitSuggestions(typed, context.locale);
    case "family":
      return familySuggestions(typed, context.locale);
    case "marks":
      return markSuggestions(typed, context.locale);
    case "origin":
      return originSuggestions(typed, context);
    case "quantity":
    case "price":
    case "amount":
    case "received":
    case "intermediaries":
      return [];
  }
}

/** The word being typed in a cell of several words, and what stands before it. */
export function lastWord(text: string): { before: string; word: string } {
  const at = Math.max(text.lastIndexOf(","), text.lastIndexOf(";"));
  return { before: at === -1 ? "" : `${text.slice(0, at).trimEnd()}, `, word: text.slice(at + 1).trim() };
}

/** A commune found by the server, as a line of the list. */
export function communeSuggestion(place: Place, typed: string): Suggestion {
  const label = communeText(place);
  return {
    id: `commune-${place.commune}`,
    label,
    detail: "",
    choice: { kind: "commune", text: lastWord(typed).before + label, place },
  };
}

function articleSuggestions(typed: string, { catalogue, locale }: EntryContext): Suggestion[] {
  const offers = catalogue?.offers ?? [];
  const named = rank(offers, typed, ({ name }) => name);
  const numbered = offers.filter(({ code }) => isStartOf(typed, code));
  return [...new Set([...named, ...numbered])].slice(0, MOST_SUGGESTIONS).map((offer) => {
    const last = catalogue?.lastPurchases.get(offer.id);
    const price =
      last?.unitPriceHtE4 == null
        ? []
        : [`${formatUnitPrice(last.unitPriceHtE4, locale)}, ${formatDateShort(last.date, locale)}`];
    const detail = [unitText(offer.unit, locale), familyText(offer.family, locale), ...price].join(" · ");
    return { id: `article-${offer.id}`, label: offer.name, detail, choice: { kind: "article", offer } };
  });
}

/** Whether an article's number starts with what is typed: two figures in its middle are a quantity by mistake. */
function isStartOf(typed: string, code: string | null): boolean {
  const key = searchKey(typed);
  return code !== null && key !== "" && searchKey(code).startsWith(key);
}

function unitSuggestions(typed: string, locale: Locale): Suggestion[] {
  const units = rank(UNITS, typed, (unit) => `${unitText(unit, locale)} ${UNIT_LABELS[unit][locale]}`);
  return units.map((unit) => ({
    id: `unit-${unit}`,
    label: unitText(unit, locale),
    detail: UNIT_LABELS[unit][locale],
    choice: { kind: "text", text: unitText(unit, locale) },
  }));
}

function familySuggestions(typed: string, locale: Locale): Suggestion[] {
  const labels = [...FAMILIES.map((family) => familyText(family, locale)), NOT_FOOD[locale]];
  return rank(labels, typed, (label) => label, labels.length).map((label) => ({
    id: `family-${searchKey(label)}`,
    label,
    detail: "",
    choice: { kind: "text", text: label },
  }));
}

function markSuggestions(typed: string, locale: Locale): Suggestion[] {
  const { before, word } = lastWord(typed);
  const said = wordsOf(before).map(searchKey);
  const open = MARK_WORDS.filter(({ label }) => !said.includes(searchKey(label[locale])));
  const list = rank(open, word, ({ label }) => `${label.fr} ${label.en}`, MARK_WORDS.length);
  return list.map(({ label, word: meaning }) => ({
    id: `mark-${searchKey(label.fr)}`,
    label: label[locale],
    detail: longName(meaning, label, locale),
    choice: { kind: "text", text: before + label[locale] },
  }));

  function longName(meaning: MarkWord["word"], short: Translated, language: Locale): string {
    const long = meaning.kind === "claim" ? CATEGORY_LABELS[meaning.claim][language] : short[language];
    return long === short[language] ? "" : long;
  }
}

function originSuggestions(typed: string, { places, locale }: EntryContext): Suggestion[] {
  const { before, word } = lastWord(typed);
  const words = Object.values(ORIGIN_LABELS).map((label) => label[locale]);
  const origins = rank(words, word, (label) => label).map(
    (label): Suggestion => ({
      id: `origin-${label}`,
      label,
      detail: "",
      choice: { kind: "text", text: before + label },
    }),
  );
  const known = rank([...places.values()], word, communeText).map((place) => communeSuggestion(place, typed));
  return word === ""
    ? [...known.slice(0, MOST_SUGGESTIONS - origins.length), ...origins]
    : [...origins, ...known];
}

/** Items with every word typed, whatever the accents; those that start with it first. */
function rank<Item>(
  items: readonly Item[],
  typed: string,
  textOf: (item: Item) => string,
  most = MOST_SUGGESTIONS,
): Item[] {
  const key = searchKey(typed);
  const words = key.split(" ").filter(Boolean);
  const starting: Item[] = [];
  const others: Item[] = [];
  for (const item of items) {
    const text = searchKey(textOf(item));
    if (!words.every((word) => text.includes(word))) continue;
    (text.startsWith(key) ? starting : others).push(item);
  }
  return [...starting, ...others].slice(0, most);
}
