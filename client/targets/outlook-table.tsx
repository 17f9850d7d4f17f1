import { useLingui } from "@lingui/react/macro";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { PercentText } from "../ui/values.tsx";
import { OutlookBadge } from "./outlook-badge.tsx";
import { RemainingText } from "./remaining-text.tsx";
import type { ProjectedTarget, Projection, YearProjection } from "./target-data.ts";
import { formatShare, SOURCE_LABELS } from "./words.ts";

interface OutlookRow {
  indicator: Indicator;
  target: ProjectedTarget;
  projection: Projection | null;
}

export interface OutlookTableProps {
  year: YearProjection;
  certainty: Certainty;
  download: Omit<TableDownloadProps, "of">;
}

/** Each target: where the rate stands, where it goes, and what what remains must be. */
export function OutlookTable({ year, certainty, download }: OutlookTableProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const rows: OutlookRow[] = year.indicators.flatMap(({ indicator, targets, projections }) =>
    targets.map((target) => ({ indicator, target, projection: projections[certainty] })),
  );
  const columns: Column<OutlookRow>[] = [
    {
      key: "target",
      header: t`Objectif`,
      cell: ({ indicator, target }) => (
        <>
          {INDICATOR_LABELS[indicator][locale]} : {formatBasisPoints(target.shareBp, locale)}
          <br />
          <small>{i18n._(SOURCE_LABELS[target.source])}</small>
        </>
      ),
    },
    {
      key: "now",
      header: t`À ce jour`,
      numeric: true,
      cell: ({ projection }) => <PercentText ratio={projection?.soFar ?? null} />,
    },
    {
      key: "end",
      header: t`Attendu au 31 décembre`,
      numeric: true,
      cell: ({ projection }) => <ExpectedText projection={projection} />,
    },
    {
      key: "outlook",
      header: t`Y arriverons-nous ?`,
      cell: ({ target, projection }) => {
        const outlook = target.outlook[certainty];
        return outlook && <OutlookBadge outlook={outlook.outlook} isOver={projection?.remaining === 0} />;
      },
    },
    {
      key: "remaining",
      header:
        year.basis === "value"
          ? t`Ce que doivent être les euros qui restent`
          : t`Ce que doivent être les kilos qui restent`,
      cell: ({ indicator, target, projection }) => {
        const outlook = target.outlook[certainty];
        if (projection === null || outlook === null) return t`aucun achat`;
        return (
          <RemainingText indicator={indicator} basis={year.basis} projection={projection} outlook={outlook} />
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t`Objectifs de l'année, chemin parcouru et chemin qui reste`}
      captionHidden
      stacked
      columns={columns}
      rows={rows}
      rowKey={({ indicator, target }) => `${indicator}/${target.source}`}
      download={download}
    />
  );

  function ExpectedText({ projection }: { projection: Projection | null }): React.ReactNode {
    if (projection === null) return "–";
    const { lowBp, middleBp, highBp } = projection.final;
    const [low, high] = [formatShare(lowBp, locale), formatShare(highBp, locale)];
    return (
      <>
        <strong>{formatShare(middleBp, locale)}</strong>
        {lowBp !== highBp && (
          <>
            <br />
            <small>{t`entre ${low} et ${high}`}</small>
          </>
        )}
      </>
    );
  }
}
