import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { lazy } from "react";
import { MISSING } from "../../shared/format/ratios.ts";
import type { IndicatorKey } from "../../shared/legumerie/indicator-list.ts";
import {
  describeIndicator,
  isIndicator,
  WORKSHOP_INDICATORS,
} from "../../shared/legumerie/indicator-list.ts";
import { indicatorText, partsText } from "../../shared/legumerie/indicator-text.ts";
import { indicatorWords, NO_FIGURE_WORDS } from "../../shared/legumerie/indicator-words.ts";
import { tableFile } from "../table-file.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { periodText } from "./period-text.ts";
import type { IndicatorsInput, WorkshopIndicators } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

const IndicatorChart = lazy(() => import("./indicator-chart.tsx"));
const FIRST: IndicatorKey = "delivered";

interface IndicatorCurveProps {
  indicators: WorkshopIndicators;
  asked: IndicatorsInput;
}

/** One figure, period after period. */
export function IndicatorCurve({ indicators, asked }: IndicatorCurveProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { search, change } = useWorkshopSearch();
  const shown = isIndicator(search.indicateur) ? search.indicateur : FIRST;
  const { unit } = describeIndicator(shown);
  const label = indicatorWords(shown).label[locale];
  const points = indicators.curve.map(({ period, figures }) => ({
    period: periodText(indicators.kind, period, locale),
    ...figures[shown],
  }));
  const known = points.filter(({ ratio }) => ratio !== null);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <>
      <NativeSelect
        label={t`Suivre dans le temps`}
        maw="24rem"
        value={shown}
        data={WORKSHOP_INDICATORS.map((key) => ({ value: key, label: indicatorWords(key).label[locale] }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({ indicateur: chosen === FIRST ? undefined : chosen });
        }}
        data-no-print
      />
      <ChartWithTable
        title={label}
        layout="beside"
        summary={
          first?.ratio == null || last?.ratio == null ? (
            <Trans>Aucune de ces périodes n'a ce chiffre.</Trans>
          ) : (
            <Trans>
              {indicatorText(first.ratio, unit, locale)} ({first.period}), puis{" "}
              {indicatorText(last.ratio, unit, locale)} ({last.period}).
            </Trans>
          )
        }
        chart={<IndicatorChart points={points} unit={unit} label={label} />}
        table={
          <DataTable
            caption={t`${label}, période par période`}
            captionHidden
            columns={[
              { key: "period", header: t`Période`, cell: ({ period }) => period },
              {
                key: "value",
                header: label,
                numeric: true,
                cell: (point) =>
                  point.ratio === null
                    ? `${MISSING} (${NO_FIGURE_WORDS[point.why][locale]})`
                    : indicatorText(point.ratio, unit, locale),
              },
              {
                key: "parts",
                header: t`Sur`,
                numeric: true,
                cell: ({ ratio }) => (ratio === null ? null : partsText(ratio, shown, locale)) ?? MISSING,
              },
            ]}
            rows={points}
            rowKey={({ period }) => period}
            download={tableFile("legumerie-indicateurs-suite", asked)}
          />
        }
      />
    </>
  );
}
