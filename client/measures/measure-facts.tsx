import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { shownName } from "../../shared/account.ts";
import { FIGURE_SOURCES, MEASURE_FIGURE_LABELS } from "../../shared/measure-figures.ts";
import { measuredRange } from "../../shared/measure-progress.ts";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { DateText } from "../ui/values.tsx";
import type { MeasureDetail } from "./measure-data.ts";
import classes from "./measures.module.css";
import { StateBadge } from "./state-badge.tsx";

/** Who, when, why, and where its figure comes from. */
export function MeasureFacts({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { state, late, reason, ownerName, startsOn, dueOn, description, scopeName } = measure;
  return (
    <section className={sections.section} aria-labelledby="facts">
      <Title order={2} id="facts">
        <Trans>La mesure</Trans>
      </Title>
      {description !== "" && <p className={sections.words}>{description}</p>}
      <dl className={classes.facts}>
        <dt>{t`État`}</dt>
        <dd>
          <StateBadge state={state} late={late} />
        </dd>
        {reason !== null && (
          <>
            <dt>{t`Raison de l'abandon`}</dt>
            <dd>{reason}</dd>
          </>
        )}
        <dt>{t`Portée par`}</dt>
        <dd>{shownName(ownerName, locale) ?? t`une personne de l'organisation`}</dd>
        <dt>{t`Du, au`}</dt>
        <dd>
          <DateText date={startsOn} /> – <DateText date={dueOn} />
        </dd>
        <dt>{t`Sur`}</dt>
        <dd>{scopeName ?? t`Toute l'organisation`}</dd>
        <dt>{t`Indicateur`}</dt>
        <dd>
          <FigureSource measure={measure} />
        </dd>
      </dl>
    </section>
  );
}

/** The figure's name, how it is counted, and the way to its own page. */
function FigureSource({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const locale = useLocale();
  const { figure, certainty, month, scopeKind, scopeId, unitText } = measure;
  const source = FIGURE_SOURCES[figure];
  const label = MEASURE_FIGURE_LABELS[figure][locale];
  if (source.from === "typed")
    return <Trans>« {unitText} », relevé à la main : aucun chiffre de Bonnepart ne le dit.</Trans>;
  if (source.from === "clause-hours")
    return (
      <>
        <Trans>{label}, sur douze mois.</Trans>{" "}
        <TextLink to="/territoire/cdess">
          <Trans>Voir ces heures dans le rapport au CDESS</Trans>
        </TextLink>
      </>
    );
  if (source.from === "workshop" || source.from === "workshop-hours")
    return (
      <>
        <Trans>{label}, sur douze mois.</Trans>{" "}
        <TextLink to="/legumerie" search={{ atelier: scopeId, annee: Number(month.slice(0, 4)) }}>
          <Trans>Voir les chiffres de la légumerie</Trans>
        </TextLink>
      </>
    );
  const { fromMonth, toMonth } = measuredRange(month);
  const months = { from: fromMonth, to: toMonth };
  const search = source.from === "purchases" ? { ...months, indicator: source.indicator } : months;
  return (
    <>
      {certainty === "strict" ? (
        <Trans>{label}, prouvé seulement, sur douze mois.</Trans>
      ) : (
        <Trans>{label}, prouvé et déclaré, sur douze mois.</Trans>
      )}{" "}
      {scopeKind === "canteen" ? (
        <TextLink to="/cantine" search={{ ...search, canteen: scopeId }}>
          <Trans>Voir ce chiffre et ses lignes</Trans>
        </TextLink>
      ) : (
        <TextLink to="/territoire" search={scopeKind === "group" ? { ...search, group: scopeId } : search}>
          <Trans>Voir ce chiffre et ses lignes</Trans>
        </TextLink>
      )}
    </>
  );
}
