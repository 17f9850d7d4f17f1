import { Trans, useLingui } from "@lingui/react/macro";
import type { ComparedIndicator, Comparison, Replacement } from "../../shared/comparison.ts";
import { COMPARED_INDICATORS } from "../../shared/comparison.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Direction } from "../../shared/indicators/change.ts";
import { changeDirection } from "../../shared/indicators/change.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./comparison.module.css";
import { useShortNames } from "./short-names.ts";

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
  return (
    <strong className={classes.cost}>
      {cents > 0 ? <Trans>{amount} de plus</Trans> : <Trans>{amount} de moins</Trans>}
    </strong>
  );
}

interface RateChangeProps {
  indicator: ComparedIndicator;
  comparison: Comparison;
  replacement: Replacement;
}

const ICONS: Record<Direction, IconName> = { up: "arrowUp", down: "arrowDown", same: "minus" };

/** Where the proven rate arrives; what is also declared is said apart when it goes another way. */
function RateChange({ indicator, comparison, replacement }: RateChangeProps): React.ReactNode {
  const names = useShortNames();
  const before = comparison.shares[indicator];
  const after = replacement.shares[indicator];
  const proven = changeDirection(before.strict, after.strict);
  const claimed = changeDirection(before.declared, after.declared);
  return (
    <span className={classes.rate}>
      <span>{names[indicator]}</span>
      <span className={classes.range}>
        <PercentText ratio={before.strict} /> →{" "}
        <strong>
          <PercentText ratio={after.strict} />
        </strong>
        {proven !== null && <DirectionMark direction={proven} />}
      </span>
      {(claimed === "up" || claimed === "down") && claimed !== proven && (
        <span className={classes.declared}>
          <Trans>
            si c'était prouvé : <PercentText ratio={before.declared} /> →{" "}
            <PercentText ratio={after.declared} />
          </Trans>
          <DirectionMark direction={claimed} />
        </span>
      )}
    </span>
  );
}

/** An arrow for the eye; the two figures beside it say the same to who listens. */
function DirectionMark({ direction }: { direction: Direction }): React.ReactNode {
  const { t } = useLingui();
  const words = { up: t`en hausse`, down: t`en baisse`, same: t`stable` }[direction];
  return (
    <span className={classes.direction} title={words}>
      <Icon name={ICONS[direction]} size={14} />
    </span>
  );
}

function isMoved(indicator: ComparedIndicator, comparison: Comparison, replacement: Replacement): boolean {
  const before = comparison.shares[indicator];
  const after = replacement.shares[indicator];
  const moved = [
    changeDirection(before.strict, after.strict),
    changeDirection(before.declared, after.declared),
  ];
  return moved.some((direction) => direction === "up" || direction === "down");
}
