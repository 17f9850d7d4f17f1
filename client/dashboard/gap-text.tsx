import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { monthOf } from "../../shared/calendar.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { isCalendarYear } from "../../shared/periods.ts";
import { useLocale } from "../ui/locale.ts";
import type { Dashboard, TargetFigure } from "./dashboard-data.ts";
import { formatGap, OF_WHAT } from "./words.ts";

export interface GapTextProps {
  indicator: Indicator;
  target: TargetFigure;
  figures: Pick<Dashboard, "basis" | "range" | "today">;
}

/** What is missing to reach the target, in euros or kilos, while the year can still change or once it is over. */
export function GapText({ indicator, target, figures }: GapTextProps): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  const { basis, range, today } = figures;
  const gap = target.gap.strict;
  if (gap === null || gap === 0) return null;
  const amount = formatGap(gap, basis, locale);
  const what = i18n._(OF_WHAT[indicator]);
  const share = formatBasisPoints(target.shareBp, locale);
  if (range.toMonth < monthOf(today)) {
    return (
      <Trans>
        Il a manqué <strong>{amount}</strong> {what} pour atteindre {share}.
      </Trans>
    );
  }
  if (!isCalendarYear(range)) {
    return (
      <Trans>
        Il manque <strong>{amount}</strong> {what} sur la période, à la place d'autres produits, pour
        atteindre {share}.
      </Trans>
    );
  }
  return (
    <Trans>
      Encore <strong>{amount}</strong> {what} à acheter d'ici au 31 décembre, à la place d'autres produits,
      pour atteindre {share}.
    </Trans>
  );
}
