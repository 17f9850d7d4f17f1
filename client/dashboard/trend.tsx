import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { useLocale } from "../ui/locale.ts";
import { Sparkline } from "../ui/sparkline.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard } from "./dashboard-data.ts";
import { COLOURS } from "./dashboard-data.ts";
import { rangeWords } from "./words.ts";

/** The confirmed rate of each month with purchases, as a small line; two months make one. */
export function Trend({
  indicator,
  figures,
}: {
  indicator: Indicator;
  figures: Pick<Dashboard, "byMonth">;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const points = figures.byMonth.map(({ key, shares }) => ({ month: key, ratio: shares[indicator].strict }));
  const known = points.filter(({ ratio }) => ratio.denominator > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const { from, to } = rangeWords({ fromMonth: first.month, toMonth: last.month }, locale);
  const [low, high] = [formatPercent(first.ratio, locale), formatPercent(last.ratio, locale)];
  const [start, end] = [formatMonth(first.month, locale), formatMonth(last.month, locale)];
  const inside = points.slice(points.indexOf(first), points.indexOf(last) + 1);
  return (
    <figure className={classes.spark}>
      <Sparkline
        indicator={COLOURS[indicator]}
        width={240}
        height={40}
        values={inside.map(({ ratio }) =>
          ratio.denominator > 0 ? ratio.numerator / ratio.denominator : null,
        )}
        label={t`Mois par mois : ${low} en ${start}, ${high} en ${end}`}
      />
      <Text component="figcaption" size="sm">
        <Trans>
          Mois par mois, de {from} à {to}
        </Trans>
      </Text>
    </figure>
  );
}
