import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { ACCESSIBILITY_STATE_LABELS, CRITERIA } from "../../shared/accessibility.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import { LAW_SOURCES } from "../../shared/law/sources.ts";
import { ACCESSIBILITY } from "../accessibility-state.ts";
import { BarePage } from "../ui/bare-page.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import classes from "./accessibility.module.css";
import { CRITERION_FINDINGS } from "./findings.ts";

type Finding = (typeof CRITERION_FINDINGS)[number];

/** What the law asks to be said of the site, from the findings themselves. */
export function StatementPage(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { state, counts, date } = ACCESSIBILITY;
  const words = ACCESSIBILITY_STATE_LABELS[state][locale];
  const rate = formatPercent({ numerator: counts.C, denominator: counts.C + counts.NC }, locale);
  const day = formatDateLong(date, locale);
  const failing = CRITERION_FINDINGS.filter(({ result }) => result === "NC");
  const results = { C: t`conforme`, NC: t`non conforme`, NA: t`sans objet` };
  return (
    <BarePage>
      <PageHeader title={t`Déclaration d'accessibilité`} lead={t`Établie le ${day}`} />
      <div className={classes.statement}>
        <p>
          <Trans>
            Ce service s'engage à être accessible, conformément à l'article 47 de la loi n° 2005-102 du 11
            février 2005. Cette déclaration s'applique à toutes ses pages.
          </Trans>
        </p>
        <Title order={2}>
          <Trans>État de conformité</Trans>
        </Title>
        <p>
          <Trans>
            Bonnepart est <strong>{words}</strong> au {LAW_SOURCES["rgaa-4-1"].title}.
          </Trans>
        </p>
        <p>
          <Trans>
            Sur {CRITERIA} critères, {counts.C} sont respectés, {counts.NC} ne le sont pas et {counts.NA} sont
            sans objet : {rate} des critères applicables sont respectés. C'est une évaluation par l'équipe
            elle-même, en partie refaite automatiquement à chaque changement, et non l'audit d'un tiers.
          </Trans>
        </p>
        <Title order={2}>
          <Trans>Contenus non accessibles</Trans>
        </Title>
        {failing.length === 0 ? (
          <p>
            <Trans>Aucun qui soit connu de l'équipe.</Trans>
          </p>
        ) : (
          <ul>
            {failing.map(({ criterion, title, finding }) => (
              <li key={criterion}>
                <Trans>Critère {criterion}</Trans>, <span lang="fr">{title}</span> (
                <span lang="fr">{finding}</span>)
              </li>
            ))}
          </ul>
        )}
        <p>
          <Trans>
            Les justificatifs, factures et photos déposés par les utilisateurs viennent de tiers et ne sont
            pas soumis à l'obligation.
          </Trans>
        </p>
        <Title order={2}>
          <Trans>Technologies et vérifications</Trans>
        </Title>
        <p>
          <Trans>
            HTML, CSS, SVG, WAI-ARIA et JavaScript. Vérifié dans Chromium : axe-core à plusieurs largeurs,
            parcours au clavier seul, arbre d'accessibilité, agrandissement, espacement du texte, et lecture
            page par page.
          </Trans>
        </p>
        <Title order={2}>
          <Trans>Contact et recours</Trans>
        </Title>
        <p>
          <Trans>
            Si un contenu vous est inaccessible, écrivez à l'administrateur de Bonnepart dans votre
            organisation : il vous en donnera une autre forme ou vous orientera. Sans réponse satisfaisante,
            vous pouvez saisir le Défenseur des droits, par son formulaire ou son délégué dans votre région,
            ou par courrier sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
          </Trans>
        </p>
        <p>
          <TextLink to="/">
            <Trans>Revenir à Bonnepart</Trans>
          </TextLink>
        </p>
      </div>
      <DataTable
        caption={t`Les ${CRITERIA} critères`}
        columns={[
          { key: "criterion", header: t`Critère`, cell: ({ criterion }: Finding) => criterion },
          {
            key: "title",
            header: t`Ce qu'il demande`,
            cell: ({ title }: Finding) => <span lang="fr">{title}</span>,
          },
          { key: "result", header: t`Résultat`, cell: ({ result }: Finding) => results[result] },
          {
            key: "finding",
            header: t`Constat`,
            cell: ({ finding }: Finding) =>
              finding === "" ? t`essai automatique` : <span lang="fr">{finding}</span>,
          },
        ]}
        rows={CRITERION_FINDINGS}
        rowKey={({ criterion }) => criterion}
        stacked
      />
    </BarePage>
  );
}
