import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { TargetOutlook } from "../../shared/indicators/projection-target.ts";
import { useLocale } from "../ui/locale.ts";
import type { Projection } from "./target-data.ts";
import { formatAmount, formatShare, WHAT_REMAINS } from "./words.ts";

export interface RemainingTextProps {
  indicator: Indicator;
  basis: Basis;
  projection: Projection;
  outlook: TargetOutlook;
}

/** What the euros that remain must be, beside what they are expected to be. */
export function RemainingText(props: RemainingTextProps): React.ReactNode {
  const { indicator, basis, projection, outlook } = props;
  const { i18n } = useLingui();
  const locale = useLocale();
  const what = i18n._(WHAT_REMAINS[indicator]);
  const remaining = formatAmount(projection.remaining, basis, locale);
  const needed = formatAmount(outlook.needed, basis, locale);
  if (projection.remaining === 0 || projection.remainingBp === null) {
    return outlook.needed === 0 ? (
      <Trans>L'année est finie.</Trans>
    ) : (
      <Trans>
        L'année est finie : il a manqué {needed} {what}.
      </Trans>
    );
  }
  if (outlook.outlook === "secured")
    return <Trans>Rien de plus : l'objectif tient même si plus aucun achat ne comptait.</Trans>;
  if (outlook.outlook === "out-of-reach") {
    const missing = formatAmount(outlook.needed - projection.remaining, basis, locale);
    return (
      <Trans>
        Même si la totalité des {remaining} encore attendus comptait, il manquerait {missing} {what}.
      </Trans>
    );
  }
  const share = formatShare(outlook.neededBp ?? 0, locale);
  const expected = formatShare(projection.remainingBp, locale);
  return (
    <Trans>
      Sur {remaining} encore attendus, <strong>{needed}</strong> {what}, soit <strong>{share}</strong> ; au
      rythme actuel, {expected}.
    </Trans>
  );
}
