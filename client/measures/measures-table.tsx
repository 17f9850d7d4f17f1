import { Trans, useLingui } from "@lingui/react/macro";
import { shownName } from "../../shared/account.ts";
import { formatFollowed, formatFollowedGap } from "../../shared/format/followed-values.ts";
import { MEASURE_FIGURE_LABELS } from "../../shared/measure-figures.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText } from "../ui/values.tsx";
import type { MeasureSummary } from "./measure-data.ts";
import classes from "./measures.module.css";
import { ProgressBar } from "./progress-bar.tsx";
import { StateBadge } from "./state-badge.tsx";

/** One line a measure: where its figure started, stands and must go. */
export function MeasuresTable({ measures }: { measures: readonly MeasureSummary[] }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<MeasureSummary>[] = [
    {
      key: "title",
      header: t`Mesure`,
      cell: (measure) => (
        <>
          <TextLink to="/objectifs/mesures/$measureId" params={{ measureId: measure.id }}>
            {measure.title}
          </TextLink>
          <div className={classes.detail}>{measure.scopeName ?? t`Toute l'organisation`}</div>
        </>
      ),
    },
    {
      key: "owner",
      header: t`Portée par`,
      cell: ({ ownerName }) => shownName(ownerName, locale) ?? t`une personne de l'organisation`,
    },
    { key: "state", header: t`État`, cell: ({ state, late }) => <StateBadge state={state} late={late} /> },
    { key: "due", header: t`Échéance`, numeric: true, cell: ({ dueOn }) => <DateText date={dueOn} /> },
    {
      key: "figure",
      header: t`Indicateur`,
      cell: ({ figure, unitText }) =>
        figure === "TYPED" ? t`relevé à la main (${unitText ?? ""})` : MEASURE_FIGURE_LABELS[figure][locale],
    },
    {
      key: "value",
      header: t`Aujourd'hui`,
      numeric: true,
      cell: (measure) => <strong>{formatFollowed(measure.value, measure, locale)}</strong>,
    },
    {
      key: "way",
      header: t`Du départ à la cible`,
      cell: (measure) => <Way measure={measure} />,
    },
    {
      key: "gap",
      header: t`Reste`,
      numeric: true,
      cell: (measure) =>
        measure.reached === true ? <Trans>atteinte</Trans> : formatFollowedGap(measure.gap, measure, locale),
    },
  ];
  return (
    <DataTable
      stacked
      caption={t`Mesures suivies`}
      captionHidden
      columns={columns}
      rows={measures}
      rowKey={({ id }) => id}
      download={tableFile("mesures", {})}
      empty={
        <EmptyState title={t`Aucune mesure ne répond à ces filtres`}>
          <Trans>Changez l'état ou les mots cherchés.</Trans>
        </EmptyState>
      }
    />
  );
}

function Way({ measure }: { measure: MeasureSummary }): React.ReactNode {
  const locale = useLocale();
  const start = formatFollowed(measure.startValue, measure, locale);
  const target = formatFollowed(measure.targetValue, measure, locale);
  return (
    <span className={classes.way}>
      <ProgressBar doneBp={measure.doneBp} />
      <span className={classes.detail}>
        {start} → {target}
      </span>
    </span>
  );
}
