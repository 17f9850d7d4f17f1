import { Trans } from "@lingui/react/macro";
import { formatWeekdays } from "../../shared/format/dates.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { formatSeason } from "../../shared/format/seasons.ts";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import type { ComparedRow } from "./compared-rows.ts";
import classes from "./comparison.module.css";

/** From how much, on which days and in which months it can be ordered. */
export function OrderingCell({ row: { terms, product } }: { row: ComparedRow }): React.ReactNode {
  const locale = useLocale();
  const minimum = terms?.minimumHtCents ?? null;
  const days = terms?.deliveryDays ?? [];
  const season = formatSeason(product.season, locale);
  return (
    <div className={classes.stack}>
      <span>
        {minimum === null ? (
          <Trans>minimum : {MISSING}</Trans>
        ) : (
          <Trans>
            dès <MoneyText cents={minimum} /> HT
          </Trans>
        )}
      </span>
      <span className={classes.detail}>
        {days.length === 0 ? <Trans>jours : {MISSING}</Trans> : formatWeekdays(days, locale)}
      </span>
      {product.season.length > 0 && (
        <span className={classes.detail}>
          <Trans>de saison : {season}</Trans>
        </span>
      )}
    </div>
  );
}
