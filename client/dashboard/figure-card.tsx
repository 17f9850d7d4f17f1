import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { monthOf } from "../../shared/calendar.ts";
import { nextTarget } from "../../shared/figures.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { useLocale } from "../ui/locale.ts";
import { RateCard } from "../ui/rate-card.tsx";
import { Amount } from "./amount.tsx";
import { ChangeText } from "./change-text.tsx";
import type { Dashboard, LinesScope, TargetFigure } from "./dashboard-data.ts";
import { COLOURS } from "./dashboard-data.ts";
import { GapText } from "./gap-text.tsx";
import { LinesLink } from "./lines-link.tsx";
import { Trend } from "./trend.tsx";
import { WhyLink } from "./why-link.tsx";
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
  const over = figures.range.toMonth < monthOf(figures.today);
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
      target={target && { basisPoints: target.shareBp, label: i18n._(TARGET_LABELS[target.source]), over }}
      previous={previous}
      link={
        strict.denominator !== 0 && (
          <>
            <p>
              <LinesLink {...known} filter={{ indicator, part: "strict" }}>
                <Trans>
                  Voir les lignes : <Amount units={strict.numerator} basis={figures.basis} />
                </Trans>
              </LinesLink>
            </p>
            {claimed !== 0 && (
              <p>
                <LinesLink {...known} filter={{ indicator, part: "claimed", sort: "amount" }}>
                  <Trans>
                    Déclarées sans preuve : <Amount units={claimed} basis={figures.basis} />
                  </Trans>
                </LinesLink>
              </p>
            )}
          </>
        )
      }
    >
      {target !== null && hasGap(target) && (
        <p>
          <GapText indicator={indicator} target={target} figures={figures} />
        </p>
      )}
      <OtherTargets targets={targets.filter((one) => one !== target)} over={over} />
      <ChangeText indicator={indicator} figures={figures} />
      <Trend indicator={indicator} figures={figures} />
      <WhyLink indicator={indicator} figures={figures} scope={scope} />
      {note}
    </RateCard>
  );
}

function hasGap({ gap }: TargetFigure): boolean {
  return gap.strict !== null && gap.strict > 0;
}

function OtherTargets(props: { targets: readonly TargetFigure[]; over: boolean }): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  return props.targets.map((target) => {
    const label = i18n._(TARGET_LABELS[target.source]);
    const share = formatBasisPoints(target.shareBp, locale);
    return (
      <Text component="p" size="sm" key={target.source}>
        {target.gap.strict === 0 ? (
          <Trans>
            {label} : {share}, atteint
          </Trans>
        ) : props.over ? (
          <Trans>
            {label} : {share}, non atteint
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
