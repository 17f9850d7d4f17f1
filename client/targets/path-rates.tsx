import { Trans, useLingui } from "@lingui/react/macro";
import type { Ratio } from "../../shared/cells.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { isReached } from "../../shared/indicators/gap.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import type { PathView } from "./path-data.ts";
import { formatPoints } from "./path-words.ts";
import classes from "./targets.module.css";

interface RateRow {
  indicator: Indicator;
  before: Ratio;
  after: Ratio;
  targetBp: number | null;
}

/** Every rate as it was bought and as it would be, beside its target: moves with each switch. */
export function PathRates({ problem, chosen }: PathView): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const before = evaluate(problem, new Set()).rates;
  const after = evaluate(problem, chosen).rates;
  const rows: RateRow[] = INDICATORS.map((indicator) => ({
    indicator,
    before: before[indicator],
    after: after[indicator],
    targetBp: problem.targets.find((target) => target.indicator === indicator)?.shareBp ?? null,
  }));
  const columns: Column<RateRow>[] = [
    { key: "indicator", header: t`Indicateur`, cell: ({ indicator }) => INDICATOR_LABELS[indicator][locale] },
    { key: "before", header: t`Acheté`, numeric: true, cell: (row) => <PercentText ratio={row.before} /> },
    {
      key: "after",
      header: t`Avec ces changements`,
      numeric: true,
      cell: (row) => (
        <strong>
          <PercentText ratio={row.after} />
        </strong>
      ),
    },
    {
      key: "points",
      header: t`Points`,
      numeric: true,
      cell: (row) => formatPoints(row.before, row.after, locale),
    },
    {
      key: "target",
      header: t`Objectif`,
      cell: ({ targetBp, after: ratio }) =>
        targetBp === null ? (
          "–"
        ) : (
          <span className={classes.reached} data-reached={isReached({ ratio, targetBp }) !== false}>
            <Icon name={isReached({ ratio, targetBp }) === false ? "cross" : "check"} size={16} />
            {formatBasisPoints(targetBp, locale)}
            {isReached({ ratio, targetBp }) === false ? (
              <Trans>, non atteint</Trans>
            ) : (
              <Trans>, atteint</Trans>
            )}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t`Taux achetés et taux avec les changements`}
      captionHidden
      stacked
      columns={columns}
      rows={rows}
      rowKey={({ indicator }) => indicator}
    />
  );
}
