import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { formatWholeKg } from "../../shared/format/measures.ts";
import { formatEuros, formatWholeEuros } from "../../shared/format/money.ts";
import { formatBasisPoints, formatPercent } from "../../shared/format/ratios.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { Concession } from "../../shared/optimiser/answer.ts";
import { evaluate, releasedSuppliers, takenSwitches } from "../../shared/optimiser/evaluate.ts";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import type { OptimiserProblem, RuleKey } from "../../shared/optimiser/problem.ts";
import { targetOfRule } from "../../shared/optimiser/problem.ts";
import { useLocale } from "../ui/locale.ts";
import { supplierName } from "./path-data.ts";
import classes from "./targets.module.css";

export interface PathImpossibleProps {
  model: PathModel;
  problem: OptimiserProblem;
  together: readonly RuleKey[];
  concessions: readonly Concession[];
}

/** Which wishes cannot hold together, and what giving way on one of them comes to. */
export function PathImpossible({
  model,
  problem,
  together,
  concessions,
}: PathImpossibleProps): React.ReactNode {
  return (
    <div className={classes.impossible} role="status">
      <p>
        <strong>
          <Trans>Aucun chemin : c'est prouvé, pas supposé.</Trans>
        </strong>{" "}
        <Plural
          value={together.length}
          one="Avec les achats et les offres connus, ceci ne peut pas être tenu :"
          other="Avec les achats et les offres connus, ceci ne peut pas être tenu à la fois :"
        />
      </p>
      <ul>
        {together.map((rule) => (
          <li key={rule}>
            <RuleText model={model} problem={problem} rule={rule} />
          </li>
        ))}
      </ul>
      <p>
        <Trans>Pour qu'un chemin existe, cédez sur un seul de ces points :</Trans>
      </p>
      <ul>
        {concessions.map((concession) => (
          <li key={concession.rule}>
            <ConcessionText model={model} problem={problem} concession={concession} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RuleTextProps {
  model: PathModel;
  problem: OptimiserProblem;
  rule: RuleKey;
}

function RuleText({ model, problem, rule }: RuleTextProps): React.ReactNode {
  const locale = useLocale();
  const { t } = useLingui();
  const target = targetOfRule(problem, rule);
  if (target !== null) {
    const name = INDICATOR_LABELS[target.indicator][locale];
    const share = formatBasisPoints(target.shareBp, locale);
    return t`${name} à ${share}`;
  }
  const { maxChanges, budgetCents, keptSuppliers } = problem.wishes;
  const names = keptSuppliers.map((id) => supplierName(model, id)).join(", ");
  const budget = formatWholeEuros(budgetCents ?? 0, locale);
  switch (rule) {
    case "changes":
      return t`${maxChanges ?? 0} changements au plus`;
    case "budget":
      return t`pas plus de ${budget} de denrées sur la période`;
    case "kept":
      return t`garder tout ce qui est acheté chez ${names}`;
    case "minimum":
      return t`les minimums de commande des fournisseurs`;
    default:
      return t`ce que les fournisseurs peuvent livrer`;
  }
}

function ConcessionText({
  model,
  problem,
  concession,
}: Omit<RuleTextProps, "rule"> & { concession: Concession }): React.ReactNode {
  const locale = useLocale();
  const { t } = useLingui();
  const { rule, by, choice } = concession;
  const target = targetOfRule(problem, rule);
  const name = target === null ? "" : INDICATOR_LABELS[target.indicator][locale];
  if (by === null) {
    if (target !== null) return t`${name} : céder sur ce seul point ne suffirait pas.`;
    return (
      <>
        <RuleText model={model} problem={problem} rule={rule} /> :{" "}
        {t`céder sur ce seul point ne suffirait pas.`}
      </>
    );
  }
  const taken = new Set(choice);
  const { rates, changes, totalCents } = evaluate(problem, taken);
  // Less than a euro is told to the cent: « 0 € » would be nothing.
  const amount = by < 100 ? formatEuros(by, locale) : formatWholeEuros(by, locale);
  if (target !== null) {
    const best = formatPercent(rates[target.indicator], locale);
    return t`${name} : au mieux ${best}, il manquerait ${amount} d'achats qui comptent.`;
  }
  switch (rule) {
    case "changes":
      return t`Changements : il en faut au moins ${changes}, soit ${by} de plus.`;
    case "budget": {
      const { meals } = model;
      const price =
        meals === null
          ? formatWholeEuros(totalCents, locale)
          : formatEuros(Math.ceil(totalCents / meals), locale);
      return meals === null
        ? t`Budget : il faut au moins ${price}, soit ${amount} de plus.`
        : t`Budget : il faut au moins ${price} par repas, soit ${amount} de plus sur la période.`;
    }
    case "kept": {
      const released = releasedSuppliers(problem, takenSwitches(problem, taken))
        .map((id) => supplierName(model, id))
        .join(", ");
      return t`Fournisseurs gardés : laisser partir des achats de ${released}.`;
    }
    case "minimum":
      return t`Minimums de commande : il manquerait ${amount} en tout pour les atteindre ; groupez vos commandes, ou négociez.`;
    default: {
      const weight = formatWholeKg(by, locale);
      return t`Livraisons : il faudrait ${weight} de plus que ce qui peut être livré.`;
    }
  }
}
