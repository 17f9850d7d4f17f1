import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { useLocale } from "../ui/locale.ts";
import { RateCard } from "../ui/rate-card.tsx";
import { Amount } from "./amount.tsx";
import { ChangeText } from "./change-text.tsx";
import type { Dashboard, LinesScope, TargetFigure } from "./dashboard-data.ts";
import { COLOURS, nextTarget } from "./dashboard-data.ts";
import { GapText } from "./gap-text.tsx";
import { LinesLink } from "./lines-link.tsx";
import { TARGET_LABELS } from "./words.ts";

export interface FigureCardProps {
  indicator: Indicator;
  figures: Dashboard;
  scope: LinesScope;
  /** A line under the rest: the national result. */
  note?: React.ReactNode;
}

/** One rate, its target, what is missing, how it moved, and the way to its lines. */
export function FigureCard({ indicator, figures, scope, note }: FigureCardProps): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  const { strict, declared } = figures.shares[indicator];
  const targets = figures.targets[indicator];
  const target = nextTarget(targets);
  const previous = figures.comparison?.sharesBefore[indicator].strict ?? null;
  const known = { scope, range: figures.range };
  const claimed = declared.numerator - strict.numerator;
  return (
    <RateCard
      title={INDICATOR_LABELS[indicator][locale]}
      indicator={COLOURS[indicator]}
      strict={strict}
      declared={declared}
      target={target && { basisPoints: target.shareBp, label: i18n._(TARGET_LABELS[target.source]) }}
      previous={previous}
      maxBp={scaleOf([declared, previous], targets)}
      link={
        strict.denominator !== 0 && (
          <LinesLink {...known} filter={{ indicator, part: "strict" }}>
            <Trans>
              Voir les lignes : <Amount units={strict.numerator} basis={figures.basis} />
            </Trans>
          </LinesLink>
        )
      }
    >
      {target !== null && hasGap(target) && (
        <p>
          <GapText indicator={indicator} target={target} figures={figures} />
        </p>
      )}
      <OtherTargets targets={targets.filter((one) => one !== target)} />
      {claimed !== 0 && (
        <p>
          <LinesLink {...known} filter={{ indicator, part: "claimed", sort: "amount" }}>
            <Trans>
              <Amount units={claimed} basis={figures.basis} /> déclarés sans preuve
            </Trans>
          </LinesLink>
        </p>
      )}
      <p>
        <ChangeText indicator={indicator} comparison={figures.comparison} />
      </p>
      {note}
    </RateCard>
  );
}

function hasGap({ gap }: TargetFigure): boolean {
  return gap.strict !== null && gap.strict > 0;
}

function OtherTargets({ targets }: { targets: readonly TargetFigure[] }): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  return targets.map((target) => {
    const label = i18n._(TARGET_LABELS[target.source]);
    const share = formatBasisPoints(target.shareBp, locale);
    return (
      <Text component="p" size="sm" key={target.source}>
        {target.gap.strict === 0 ? (
          <Trans>
            {label} : {share}, atteint
          </Trans>
        ) : (
          <Trans>
            {label} : {share}, pas encore atteint
          </Trans>
        )}
      </Text>
    );
  });
}

/** Right end of the gauge: the first quarter that leaves room for the rate and every target. */
function scaleOf(
  ratios: readonly ({ numerator: number; denominator: number } | null)[],
  targets: readonly TargetFigure[],
): number {
  const rates = ratios.map((ratio) =>
    ratio === null || ratio.denominator === 0 ? 0 : (ratio.numerator / ratio.denominator) * 10_000,
  );
  const highest = Math.max(...rates, ...targets.map((target) => target.shareBp));
  return [2500, 5000, 7500].find((end) => highest <= end * 0.9) ?? 10_000;
}
