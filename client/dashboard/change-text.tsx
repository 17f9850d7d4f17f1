import { Trans, useLingui } from "@lingui/react/macro";
import { changeTenths } from "../../shared/indicators/change.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import type { Dashboard } from "./dashboard-data.ts";
import { formatPoints, rangeWords } from "./words.ts";

/** One sentence: how the confirmed rate moved against the same months a year before. */
export function ChangeText({
  indicator,
  comparison,
}: {
  indicator: Indicator;
  comparison: Dashboard["comparison"];
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (comparison === null) return null;
  const now = comparison.sharesNow[indicator].strict;
  const before = comparison.sharesBefore[indicator].strict;
  const tenths = changeTenths(before, now);
  if (tenths === null) return null;
  const { from, to } = rangeWords(comparison.now, locale);
  const points = formatPoints(tenths, locale);
  const period = from === to ? t`En ${to}` : t`De ${from} à ${to}`;
  if (tenths === 0) {
    return (
      <Trans>
        {period} : <PercentText ratio={now} />, comme un an plus tôt.
      </Trans>
    );
  }
  return (
    <Trans>
      {period} : <PercentText ratio={now} />, contre <PercentText ratio={before} /> un an plus tôt (
      <strong>{points}</strong> points).
    </Trans>
  );
}
