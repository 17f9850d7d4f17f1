import { Trans, useLingui } from "@lingui/react/macro";
import { formatWholeKg } from "../../shared/format/measures.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { Breach } from "../../shared/optimiser/evaluate.ts";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import { targetOfRule } from "../../shared/optimiser/problem.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import type { PathView } from "./path-data.ts";
import classes from "./targets.module.css";

/** What the choice as it stands does not respect, in amounts; nothing when it respects all. */
export function PathBreaches({ problem, chosen }: PathView): React.ReactNode {
  const { breaches } = evaluate(problem, chosen);
  if (breaches.length === 0) return null;
  return (
    <section className={classes.breaches} aria-live="polite">
      <p>
        <strong>
          <Trans>Ces changements ne tiennent pas tout :</Trans>
        </strong>
      </p>
      <ul>
        {breaches.map((breach) => (
          <li key={breach.rule}>
            <Icon name="alert" size={16} /> <BreachText problem={problem} breach={breach} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BreachText({ problem, breach }: { problem: PathView["problem"]; breach: Breach }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { rule, by } = breach;
  const amount = formatWholeEuros(by, locale);
  const target = targetOfRule(problem, rule);
  if (target !== null) {
    const name = INDICATOR_LABELS[target.indicator][locale];
    return t`${name} : il manque ${amount} d'achats qui comptent`;
  }
  switch (rule) {
    case "changes":
      return t`changements : ${by} de trop`;
    case "budget":
      return t`budget : ${amount} de trop`;
    case "kept":
      return t`fournisseurs à garder : ${by} perdent des achats`;
    case "minimum":
      return t`minimums de commande : il manque ${amount}`;
    default: {
      const weight = formatWholeKg(by, locale);
      return t`livraisons : ${weight} de trop`;
    }
  }
}
