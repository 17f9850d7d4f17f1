import { monthOf } from "../../shared/calendar.ts";
import { formatDateShort, formatMonth } from "../../shared/format/dates.ts";
import type { Period, PeriodKind } from "../../shared/legumerie/indicator-periods.ts";
import type { Locale } from "../../shared/locales.ts";

const WEEK_OF: Readonly<Record<Locale, string>> = { fr: "semaine du", en: "week of" };

/** « semaine du 16/11/2026 », « novembre 2026 », « 2026 ». */
export function periodText(kind: PeriodKind, { from }: Period, locale: Locale): string {
  switch (kind) {
    case "week":
      return `${WEEK_OF[locale]} ${formatDateShort(from, locale)}`;
    case "month":
      return formatMonth(monthOf(from), locale);
    case "year":
      return from.slice(0, 4);
  }
}
