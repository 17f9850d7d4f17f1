import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { PriceSample } from "../../shared/comparison.ts";
import { centsPerKg } from "../../shared/comparison.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { Sparkline } from "../ui/sparkline.tsx";
import { MoneyText } from "../ui/values.tsx";
import classes from "./comparison.module.css";

/** Last price per kilogram, with how many lines it stands among; « – » when nothing was weighed, never 0. */
export function PriceCell({
  price,
  cheapest,
}: {
  price: PriceSample | null;
  cheapest: boolean;
}): React.ReactNode {
  if (price === null) {
    return (
      <div className={classes.price}>
        <span className={classes.figure}>{MISSING}</span>
        <span className={classes.detail}>
          <Trans>aucun achat pesé sur 12 mois</Trans>
        </span>
      </div>
    );
  }
  const { minCentsPerKg, maxCentsPerKg, lines } = price;
  return (
    <div className={classes.price}>
      <span className={classes.figure}>
        <MoneyText cents={centsPerKg(price.last)} />
      </span>
      {cheapest && (
        <span className={classes.cheapest}>
          <Icon name="check" size={14} />
          <Trans>prix le plus bas</Trans>
        </span>
      )}
      <span className={classes.detail}>
        <Plural value={lines} one="# ligne sur 12 mois" other="# lignes sur 12 mois" />
      </span>
      {minCentsPerKg !== maxCentsPerKg && (
        <span className={classes.detail}>
          <Trans>
            de <MoneyText cents={minCentsPerKg} /> à <MoneyText cents={maxCentsPerKg} />
          </Trans>
        </span>
      )}
      <PriceHistory history={price.history} />
    </div>
  );
}

/** A line only when there are three months to draw: two points are no trend. */
function PriceHistory({ history }: Pick<PriceSample, "history">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined || history.length < 3) return null;
  const [from, to] = [formatEuros(first.centsPerKg, locale), formatEuros(last.centsPerKg, locale)];
  const [since, until] = [formatMonth(first.month, locale), formatMonth(last.month, locale)];
  return (
    <Sparkline
      values={history.map((point) => point.centsPerKg)}
      label={t`Prix moyen du mois : de ${from} en ${since} à ${to} en ${until}`}
      width={104}
      height={24}
    />
  );
}
