import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import { gainOf } from "../../shared/optimiser/path-model.ts";
import { shortName } from "../../shared/optimiser/short-name.ts";
import type { TableInput } from "../table-file.ts";
import { tableFile } from "../table-file.ts";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { MoneyText } from "../ui/values.tsx";
import { PathBreaches } from "./path-breaches.tsx";
import type { PathAnswer as Answer, PathView } from "./path-data.ts";
import { waysOf } from "./path-data.ts";
import { PathImpossible } from "./path-impossible.tsx";
import { PathRates } from "./path-rates.tsx";
import { PathSwitches } from "./path-switches.tsx";
import { formatExtra, formatMealPrice, formatPerMeal } from "./path-words.ts";
import classes from "./targets.module.css";

const OTHERS_SHOWN = 12;

export interface PathAnswerProps extends PathView {
  answer: Answer;
  isChangedByHand: boolean;
  onRestore: () => void;
  asked: TableInput<"chemin">;
}

/** The cheapest path as found, and the same model under the hand. */
export function PathAnswer({
  answer,
  isChangedByHand,
  onRestore,
  asked,
  ...view
}: PathAnswerProps): React.ReactNode {
  const { t } = useLingui();
  const { model, problem, chosen } = view;
  const all = waysOf(model);
  const found = new Set(answer.status === "impossible" ? [] : (answer.choice ?? []));
  const ways = all.filter(({ way }) => found.has(way.id) || chosen.has(way.id));
  const others = all
    .filter(({ way }) => !found.has(way.id) && !chosen.has(way.id))
    .map((each) => ({
      ...each,
      gain: problem.targets.reduce((sum, target) => sum + gainOf(each.way, target), 0),
    }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => (a.way.inCents - a.way.outCents) / a.gain - (b.way.inCents - b.way.outCents) / b.gain)
    .slice(0, OTHERS_SHOWN);
  return (
    <div className={sections.sections}>
      {answer.status === "impossible" ? (
        <PathImpossible
          model={model}
          problem={problem}
          together={answer.together}
          concessions={answer.concessions}
        />
      ) : (
        <FoundText answer={answer} view={view} isChangedByHand={isChangedByHand} />
      )}
      {isChangedByHand && (
        <Button variant="default" onClick={onRestore} data-no-print className={classes.restore ?? ""}>
          <Trans>Revenir au chemin trouvé</Trans>
        </Button>
      )}
      {(answer.status !== "impossible" || isChangedByHand) && <PathBreaches {...view} />}
      <PathRates {...view} />
      {ways.length > 0 && (
        <section className={sections.section} aria-labelledby="path-switches">
          <Title order={2} id="path-switches">
            <Trans>Les changements, un par un</Trans>
          </Title>
          <PathSwitches
            {...view}
            caption={t`Changements du chemin`}
            ways={ways}
            {...(chosen.size === 0
              ? {}
              : { download: tableFile("chemin", asked, { chosen: [...chosen].map(shortName).join(",") }) })}
          />
        </section>
      )}
      {others.length > 0 && (
        <section className={sections.section} aria-labelledby="path-others" data-no-print>
          <Title order={2} id="path-others">
            <Trans>Et si… à la main</Trans>
          </Title>
          <p className={sections.words}>
            <Trans>
              D'autres changements rapprochent des objectifs : les moins chers pour ce qu'ils apportent.
              Cochez, les chiffres bougent aussitôt.
            </Trans>
          </p>
          <PathSwitches {...view} caption={t`Autres changements possibles`} ways={others} />
        </section>
      )}
    </div>
  );
}

function FoundText({
  answer,
  view: { model, problem, chosen },
  isChangedByHand,
}: {
  answer: Exclude<Answer, { status: "impossible" }>;
  view: PathView;
  isChangedByHand: boolean;
}): React.ReactNode {
  const locale = useLocale();
  const { t } = useLingui();
  if (answer.choice === null) {
    return (
      <p className={classes.found} role="status">
        <Trans>
          Le calcul a été arrêté avant d'aboutir. Limitez le nombre de changements ou le nombre d'objectifs.
        </Trans>
      </p>
    );
  }
  const { changes, extraCents, totalCents } = evaluate(problem, chosen);
  const extra = formatExtra(extraCents, locale);
  const perMeal = formatPerMeal(extraCents, model.meals, locale);
  const price = formatMealPrice(totalCents, model.meals, locale);
  return (
    <div className={classes.found} role="status">
      <p className={classes.headline}>
        <Plural value={changes} _0="Aucun changement" one="# changement" other="# changements" /> : {extra}
        {perMeal !== null && price !== null && ` (${t`${perMeal} par repas, à ${price}`})`}
      </p>
      {!isChangedByHand && answer.status === "optimal" && (
        <p>
          <Trans>
            C'est le chemin le moins cher, prouvé : aucun autre choix parmi les offres connues ne tient vos
            demandes pour moins. Même en ne faisant les changements qu'en partie, on ne descendrait pas sous{" "}
            <MoneyText cents={answer.boundCents} whole />.
          </Trans>
        </p>
      )}
      {!isChangedByHand && answer.status === "late" && (
        <p>
          <Trans>
            Le meilleur trouvé dans le temps imparti. Il est prouvé qu'aucun autre choix ne ferait économiser
            plus de <MoneyText cents={answer.gapCents} />.
          </Trans>
        </p>
      )}
    </div>
  );
}
