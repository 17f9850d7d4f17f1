import type { HoursCell } from "../../shared/clauses/hours.ts";
import { readPeople } from "../../shared/clauses/hours.ts";
import { MOST_HOURS_E2 } from "../../shared/contracts.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import { parsingSentence } from "../../shared/parsing/messages.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { ContractView } from "./contract-data.ts";

const HOW_MANY: Translated = { fr: "Combien d'heures ?", en: "How many hours?" };
const NOT_NEGATIVE: Translated = { fr: "Pas moins de zéro.", en: "Not below zero." };
const TOO_MANY: Translated = { fr: "Trop d'heures pour un mois.", en: "Too many hours for a month." };
const WHOLE_PEOPLE: Translated = {
  fr: "Un nombre entier de personnes.",
  en: "A whole number of people.",
};

/** What is typed of a month of an employer. */
export interface TypedHours {
  hours: string;
  people: string;
}

/** Texts by employer and month, as `keyOf` says them. */
export type HoursTexts = Readonly<Record<string, TypedHours>>;

export function keyOf(employerId: string, month: IsoMonth): string {
  return `${employerId}/${month}`;
}

/** What is kept, as one would type it. */
export function textsOf({ hours }: Pick<ContractView, "hours">, locale: Locale): HoursTexts {
  return Object.fromEntries(
    hours.map(({ employerId, month, hoursE2, people }) => [
      keyOf(employerId, month),
      {
        hours: formatEntry({ value: hoursE2, decimals: 2 }, locale),
        people: typeof people === "number" ? String(people) : "",
      },
    ]),
  );
}

/** The cells that were changed, and why some cannot be read: by `keyOf` and field. */
export function readTexts(
  typed: HoursTexts,
  { kept, locale }: { kept: HoursTexts; locale: Locale },
): { cells: HoursCell[]; errors: Readonly<Record<string, string>> } {
  const cells: HoursCell[] = [];
  const errors: Record<string, string> = {};
  for (const [key, text] of Object.entries(typed)) {
    const before = kept[key] ?? { hours: "", people: "" };
    if (text.hours === before.hours && text.people === before.people) continue;
    const [employerId = "", month = ""] = key.split("/");
    const hours = hoursOf(text.hours, locale);
    const people = peopleOf(text.people, locale);
    if (typeof hours === "string") errors[`${key}/hours`] = hours;
    if (typeof people === "string") errors[`${key}/people`] = people;
    if (typeof hours === "string" || typeof people === "string") continue;
    if (hours === null && people !== null) {
      errors[`${key}/hours`] = HOW_MANY[locale];
      continue;
    }
    cells.push({ employerId, month, done: hours === null ? null : { hoursE2: hours, people } });
  }
  return { cells, errors };
}

/** Hundredths; null: nothing is typed; a text: why it cannot be read. */
function hoursOf(text: string, locale: Locale): number | string | null {
  if (text.trim() === "") return null;
  const reading = parseScaled(text, 2);
  if (!reading.ok) return parsingSentence({ code: reading.code, text }, locale);
  if (reading.value > MOST_HOURS_E2) return TOO_MANY[locale];
  return reading.value < 0 ? NOT_NEGATIVE[locale] : reading.value;
}

function peopleOf(text: string, locale: Locale): number | string | null {
  return text.trim() === "" ? null : (readPeople(text) ?? WHOLE_PEOPLE[locale]);
}
