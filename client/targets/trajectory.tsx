import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { OutlookTable } from "./outlook-table.tsx";
import { ProjectionMethod } from "./projection-method.tsx";
import type { TargetsSearch } from "./search.ts";
import type { IndicatorProjection, YearProjection } from "./target-data.ts";
import classes from "./targets.module.css";
import { TrajectoryChart } from "./trajectory-chart.tsx";
import { TrajectoryMonths } from "./trajectory-months.tsx";
import { formatShare, INDICATOR_COLOURS } from "./words.ts";

/** Where a table of the year is as a file. */
export type FileOfYear = (
  table: "objectifs" | "trajectoire",
  words: Readonly<Record<string, string>>,
) => Omit<TableDownloadProps, "of">;

export interface TrajectoryProps {
  year: YearProjection;
  search: TargetsSearch;
  onChange: (change: TargetsSearch) => void;
  fileOf: FileOfYear;
}

/** « Y arriverons-nous ? »: every target in one table, the curve of one of them, and how it was counted. */
export function Trajectory({ year, search, onChange, fileOf }: TrajectoryProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const certainty = search.certainty ?? "strict";
  const shown = shownIndicator(year, search);
  const projection = shown?.projections[certainty] ?? null;
  if (year.indicators.every(({ projections }) => projections.declared === null)) {
    return (
      <EmptyState
        title={t`Aucun achat à projeter`}
        action={
          <LinkButton to="/saisie">
            <Trans>Saisir une livraison</Trans>
          </LinkButton>
        }
      >
        <Trans>
          La trajectoire se dessine dès le premier mois d'achats, ou avec ceux de l'année d'avant.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <div className={sections.sections}>
      <OutlookTable year={year} certainty={certainty} download={fileOf("objectifs", { certainty })} />
      {shown !== null && projection !== null && (
        <>
          <NativeSelect
            className={classes.indicator ?? ""}
            label={t`Courbe de`}
            data-no-print
            value={shown.indicator}
            data={year.indicators.map(({ indicator }) => ({
              value: indicator,
              label: INDICATOR_LABELS[indicator][locale],
            }))}
            onChange={(event) => {
              const chosen = year.indicators.find(({ indicator }) => indicator === event.currentTarget.value);
              if (chosen !== undefined) onChange({ indicator: chosen.indicator });
            }}
          />
          <ChartWithTable
            title={INDICATOR_LABELS[shown.indicator][locale]}
            summary={<Summary shown={shown} certainty={certainty} year={year.year} />}
            chart={
              <TrajectoryChart
                projection={projection}
                targets={shown.targets}
                colour={INDICATOR_COLOURS[shown.indicator]}
              />
            }
            table={
              <TrajectoryMonths
                projection={projection}
                name={INDICATOR_LABELS[shown.indicator][locale]}
                download={fileOf("trajectoire", { certainty, indicator: shown.indicator })}
              />
            }
          />
        </>
      )}
      <ProjectionMethod year={year} />
    </div>
  );
}

function Summary({
  shown,
  certainty,
  year,
}: {
  shown: IndicatorProjection;
  certainty: "strict" | "declared";
  year: number;
}): React.ReactNode {
  const locale = useLocale();
  const projection = shown.projections[certainty];
  if (projection === null) return null;
  const { soFar, final, remaining } = projection;
  const end = formatShare(final.middleBp, locale);
  if (remaining === 0 || soFar.denominator <= 0) {
    return (
      <Trans>
        {year} finit à {end}.
      </Trans>
    );
  }
  const now = formatShare(Math.round((soFar.numerator * 10_000) / soFar.denominator), locale);
  const [low, high] = [formatShare(final.lowBp, locale), formatShare(final.highBp, locale)];
  return (
    <Trans>
      {now} depuis janvier ; au rythme actuel l'année finirait à {end}, huit fois sur dix entre {low} et{" "}
      {high}.
    </Trans>
  );
}

/** The one of the address; else the first that has a target, organic before all. */
function shownIndicator({ indicators }: YearProjection, search: TargetsSearch): IndicatorProjection | null {
  const wished = search.indicator ?? "ORGANIC";
  return (
    indicators.find(({ indicator }) => indicator === wished) ??
    indicators.find(({ targets }) => targets.length > 0) ??
    null
  );
}
