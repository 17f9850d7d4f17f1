import { Trans } from "@lingui/react/macro";
import { formatDateLong } from "../shared/format/dates.ts";
import { readToday } from "./today.ts";
import { useLocale } from "./ui/locale.ts";
import { usePrintWidth } from "./ui/use-print-width.ts";

/** What a sheet of paper must say once it has left the screen: of what day its figures are. */
export function PrintedNote(): React.ReactNode {
  const locale = useLocale();
  // Read again as the page is printed: it may have been open since yesterday.
  usePrintWidth();
  const day = formatDateLong(readToday(), locale);
  return (
    <Trans>Imprimé depuis Bonnepart le {day}, d'après les achats enregistrés ce jour-là, hors taxes.</Trans>
  );
}
