import { addDays } from "./calendar.ts";
import type { IsoDate, IsoInstant } from "./facts.ts";
import type { Locale } from "./locales.ts";

const FRENCH_HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  hourCycle: "h23",
});

const FRENCH_DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const MOMENT: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: frenchMoment("fr-FR", { day: "2-digit", month: "2-digit" }),
  en: frenchMoment("en-GB", { day: "numeric", month: "short" }),
};

/** The instant a day begins in mainland France: 22:00 or 23:00 UTC of the day before. */
export function startOfFrenchDay(date: IsoDate): IsoInstant {
  const summer = `${addDays(date, -1)}T22:00:00.000Z`;
  const isMidnight = Number(FRENCH_HOUR.format(new Date(summer))) === 0;
  return isMidnight ? summer : `${addDays(date, -1)}T23:00:00.000Z`;
}

/** The day it was in mainland France at that instant. */
export function frenchDayOf(at: IsoInstant): IsoDate {
  return FRENCH_DAY.format(new Date(at));
}

/** « 14:05 »: the hour it was in mainland France. */
export function formatFrenchHour(at: IsoInstant, locale: Locale): string {
  const parts = new Map(MOMENT[locale].formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts.get("hour") ?? ""}:${parts.get("minute") ?? ""}`;
}

/** « 05/11/2026 à 14:05 » or “5 Nov 2026, 14:05”: the hour it was in mainland France. */
export function formatFrenchMoment(at: IsoInstant, locale: Locale): string {
  const parts = new Map(MOMENT[locale].formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const hour = formatFrenchHour(at, locale);
  return locale === "fr"
    ? `${part("day")}/${part("month")}/${part("year")} à ${hour}`
    : `${part("day")} ${part("month")} ${part("year")}, ${hour}`;
}

function frenchMoment(tag: string, day: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, {
    timeZone: "Europe/Paris",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...day,
  });
}
