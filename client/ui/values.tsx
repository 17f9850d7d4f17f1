import type { Ratio } from "../../shared/cells.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import { formatDateLong, formatDateShort, formatMonth } from "../../shared/format/dates.ts";
import { formatKg, formatTonnes, formatWholeKg } from "../../shared/format/measures.ts";
import { formatEuros, formatWholeEuros } from "../../shared/format/money.ts";
import { formatPercent, MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "./locale.ts";

/** « 1 234,50 € »; « – » for null. `whole`: to the nearest euro, for headlines. */
export function MoneyText({
  cents,
  whole = false,
}: {
  cents: number | null;
  whole?: boolean;
}): React.ReactNode {
  const locale = useLocale();
  if (cents === null) return MISSING;
  return whole ? formatWholeEuros(cents, locale) : formatEuros(cents, locale);
}

/** « 12,5 % »; « – » for null and for a ratio over nothing. */
export function PercentText({ ratio }: { ratio: Ratio | null }): React.ReactNode {
  return formatPercent(ratio, useLocale());
}

/** « 1 234,5 kg », or « 12,3 t » with `tonnes`; « – » for null. */
export function WeightText({
  grams,
  tonnes = false,
}: {
  grams: number | null;
  tonnes?: boolean;
}): React.ReactNode {
  const locale = useLocale();
  if (grams === null) return MISSING;
  return tonnes ? formatTonnes(grams, locale) : formatKg(grams, locale);
}

/** « 1 235 kg ». */
export function WholeWeightText({ grams }: { grams: number }): React.ReactNode {
  return formatWholeKg(grams, useLocale());
}

/** « 05/11/2026 », the day in full on hover; « – » for null. */
export function DateText({ date }: { date: IsoDate | null }): React.ReactNode {
  const locale = useLocale();
  if (date === null) return MISSING;
  return (
    <time dateTime={date} title={formatDateLong(date, locale)}>
      {formatDateShort(date, locale)}
    </time>
  );
}

/** « novembre 2026 ». */
export function MonthText({ month }: { month: IsoMonth }): React.ReactNode {
  return <time dateTime={month}>{formatMonth(month, useLocale())}</time>;
}
