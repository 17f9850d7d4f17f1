import { Trans } from "@lingui/react/macro";
import { formatKg } from "../../shared/format/measures.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { MassBalance } from "../../shared/legumerie/mass-balance.ts";
import { BALANCE_TOLERANCE_BP } from "../../shared/legumerie/mass-balance.ts";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";

/** The scales, live: what is missing, or too much, before the batch may be ended. */
export function BalanceNote({ balance }: { balance: MassBalance }): React.ReactNode {
  const locale = useLocale();
  const { inputs, outputs, losses, gap, balanced, exceeded } = balance;
  const tone = inputs === 0 ? "plain" : exceeded ? "bad" : balanced ? "good" : "warn";
  const entered = formatKg(inputs, locale);
  const made = formatKg(outputs, locale);
  const lost = formatKg(losses, locale);
  const tolerance = formatBasisPoints(BALANCE_TOLERANCE_BP, locale);
  return (
    <div className={classes.balance} data-tone={tone} role="status">
      <strong>
        <Verdict balance={balance} gap={formatKg(Math.abs(gap), locale)} />
      </strong>
      <span>
        <Trans>
          Entré {entered} = produit {made} + pertes {lost}, à {tolerance} près. Rendement{" "}
          <PercentText ratio={{ numerator: outputs, denominator: inputs }} />.
        </Trans>
      </span>
    </div>
  );
}

function Verdict({
  balance: { inputs, gap: grams, balanced, exceeded },
  gap,
}: {
  balance: MassBalance;
  gap: string;
}): React.ReactNode {
  if (inputs === 0) return <Trans>Pesez d'abord ce qui entre.</Trans>;
  if (exceeded) return <Trans>Il sort {gap} de trop : vérifiez les pesées.</Trans>;
  if (grams === 0) return <Trans>Le compte y est.</Trans>;
  if (balanced) return <Trans>Le compte y est, à {gap} près.</Trans>;
  return <Trans>Il manque {gap}.</Trans>;
}
