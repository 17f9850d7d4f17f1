import { Trans, useLingui } from "@lingui/react/macro";
import type { ComparedIndicator, Comparison, Replacement } from "../../shared/comparison.ts";
import { COMPARED_INDICATORS } from "../../shared/comparison.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING, percentTenths } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./comparison.module.css";

export interface ChoiceEffectProps {
  comparison: Comparison;
  replacement: Replacement | null;
}

/** Cost and rates if the whole year's weight had been bought there at the last price. */
export function ChoiceEffect({ comparison, replacement }: ChoiceEffectProps): React.ReactNode {
  if (replacement === null || comparison.current === null) return MISSING;
  const moved = COMPARED_INDICATORS.filter((indicator) => isMoved(indicator, comparison, replacement));
  return (
    <div className={classes.stack}>
      <CostChange cents={replacement.amountCents - comparison.current.amountCents} />
      {moved.length === 0 ? (
        <span className={classes.detail}>
          <Trans>aucun taux ne bouge d'un dixième de point</Trans>
        </span>
      ) : (
        moved.map((indicator) => (
          <RateChange
            key={indicator}
            indicator={indicator}
            comparison={comparison}
            replacement={replacement}
          />
        ))
      )}
    </div>
  );
}

function CostChange({ cents }: { cents: number }): React.ReactNode {
  const locale = useLocale();
  if (cents === 0) return <Trans>même dépense</Trans>;
  const amount = formatEuros(Math.abs(cents), locale);
  return <span>{cents > 0 ? <Trans>{amount} de plus</Trans> : <Trans>{amount} de moins</Trans>}</span>;
}

interface RateChangeProps {
  indicator: ComparedIndicator;
  comparison: Comparison;
  replacement: Replacement;
}

/** What is proven; in brackets what is also declared, when it says something else. */
function RateChange({ indicator, comparison, replacement }: RateChangeProps): React.ReactNode {
  const names = useShortNames();
  const before = comparison.shares[indicator];
  const after = replacement.shares[indicator];
  const differs =
    percentTenths(before.strict) !== percentTenths(before.declared) ||
    percentTenths(after.strict) !== percentTenths(after.declared);
  return (
    <span className={classes.rate}>
      <strong>{names[indicator]}</strong>
      <span className={classes.range}>
        <PercentText ratio={before.strict} /> → <PercentText ratio={after.strict} />
      </span>
      {differs && (
        <span className={classes.declared}>
          (<PercentText ratio={before.declared} /> → <PercentText ratio={after.declared} />)
        </span>
      )}
    </span>
  );
}

function useShortNames(): Record<ComparedIndicator, string> {
  const { t } = useLingui();
  return { EGALIM: t`EGalim`, ORGANIC: t`Bio`, LOCAL: t`Local`, SHORT: t`Court` };
}

function isMoved(indicator: ComparedIndicator, comparison: Comparison, replacement: Replacement): boolean {
  const before = comparison.shares[indicator];
  const after = replacement.shares[indicator];
  return (
    percentTenths(before.strict) !== percentTenths(after.strict) ||
    percentTenths(before.declared) !== percentTenths(after.declared)
  );
}
