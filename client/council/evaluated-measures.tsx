import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { shownName } from "../../shared/account.ts";
import { formatDateShort, formatMonth } from "../../shared/format/dates.ts";
import { formatFollowed, formatFollowedGap } from "../../shared/format/followed-values.ts";
import { MEASURE_FIGURE_LABELS } from "../../shared/measure-figures.ts";
import { MEASURE_STATE_LABELS } from "../../shared/measures.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import classes from "./council.module.css";
import type { Report } from "./council-data.ts";

type Measure = Report["measures"][number];

/** Each measure: its target, what is done, the gap, and what is said of it. */
export function EvaluatedMeasures({ report }: { report: Report }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [first] = report.measures;
  if (first === undefined) return null;
  const month = formatMonth(first.month, locale);
  const columns: Column<Measure>[] = [
    {
      key: "title",
      header: t`Mesure`,
      cell: (measure) => (
        <>
          <TextLink to="/objectifs/mesures/$measureId" params={{ measureId: measure.id }}>
            {measure.title}
          </TextLink>
          <div className={classes.detail}>
            {shownName(measure.ownerName, locale) ?? t`une personne de l'organisation`},{" "}
            {measure.late ? t`échéance passée` : MEASURE_STATE_LABELS[measure.state][locale].toLowerCase()}
          </div>
        </>
      ),
    },
    {
      key: "figure",
      header: t`Indicateur`,
      cell: ({ figure, unitText, scopeName }) => (
        <>
          {figure === "TYPED" ? unitText : MEASURE_FIGURE_LABELS[figure][locale]}
          <div className={classes.detail}>{scopeName ?? t`toute l'organisation`}</div>
        </>
      ),
    },
    {
      key: "target",
      header: t`Cible`,
      numeric: true,
      cell: (measure) => (
        <>
          {formatFollowed(measure.targetValue, measure, locale)}
          <div className={classes.detail}>{formatDateShort(measure.dueOn, locale)}</div>
        </>
      ),
    },
    {
      key: "done",
      header: t`Réalisé`,
      numeric: true,
      cell: (measure) => (
        <>
          <strong>{formatFollowed(measure.value, measure, locale)}</strong>
          <div className={classes.detail}>
            {t`départ ${formatFollowed(measure.startValue, measure, locale)}`}
          </div>
        </>
      ),
    },
    {
      key: "gap",
      header: t`Écart`,
      numeric: true,
      cell: (measure) =>
        measure.reached === true ? t`atteinte` : formatFollowedGap(measure.gap, measure, locale),
    },
    { key: "comment", header: t`Commentaire`, cell: ({ reason, comment }) => reason ?? comment ?? "–" },
  ];
  return (
    <section className={sections.section}>
      <Title order={2} id="measures">
        <Trans>Les mesures évaluées</Trans>
      </Title>
      <p className={sections.words}>
        <Trans>Valeurs à fin {month}, sur douze mois.</Trans>
      </p>
      <DataTable
        stacked
        caption={t`Les mesures évaluées`}
        captionHidden
        columns={columns}
        rows={report.measures}
        rowKey={({ id }) => id}
        download={tableFile("cdess-mesures", { semester: report.semester })}
      />
    </section>
  );
}
