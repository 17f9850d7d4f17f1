import { useLingui } from "@lingui/react/macro";
import { nextTarget } from "../../shared/figures.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import type { Dashboard } from "./dashboard-data.ts";
import classes from "./glance.module.css";

export interface GlanceProps {
  indicators: readonly Indicator[];
  figures: Pick<Dashboard, "shares" | "targets">;
}

/** On a phone, all the rates in one look; each leads to its card below. */
export function Glance({ indicators, figures }: GlanceProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <nav className={classes.glance} aria-label={t`Les taux en bref`} data-no-print>
      <ul>
        {indicators.map((indicator) => {
          const target = nextTarget(figures.targets[indicator]);
          const reached = target?.gap.strict === 0;
          const aim = target === null ? null : formatBasisPoints(target.shareBp, locale);
          return (
            <li key={indicator}>
              <a href={`#${cardId(indicator)}`}>
                <span className={classes.name}>{INDICATOR_LABELS[indicator][locale]}</span>
                <strong>
                  <PercentText ratio={figures.shares[indicator].strict} />
                </strong>
                <span className={classes.aim}>
                  {reached && <Icon name="check" size={14} />}
                  {aim !== null && (reached ? t`${aim} atteint` : t`objectif ${aim}`)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Where the card of an indicator stands in the page. */
export function cardId(indicator: Indicator): string {
  return `taux-${indicator.toLowerCase()}`;
}
