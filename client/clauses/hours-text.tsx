import { formatHours, formatWholeHours } from "../../shared/format/measures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";

/** « 151,67 h » from hundredths of an hour; « – » for null. `whole`: to the nearest hour. */
export function HoursText({ e2, whole = false }: { e2: number | null; whole?: boolean }): React.ReactNode {
  const locale = useLocale();
  if (e2 === null) return MISSING;
  return whole ? formatWholeHours(e2, locale) : formatHours(e2, locale);
}
