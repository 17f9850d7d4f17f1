import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { LineFilter } from "../../shared/drill-down.ts";
import type { ExportTable } from "../../shared/export-tables.ts";
import type { GroupFigures } from "../../shared/figures.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import type { Column, Sort } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { PercentText } from "../ui/values.tsx";
import { Amount } from "./amount.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";
import { COLOURS, downloadOf } from "./dashboard-data.ts";
import { LinesLink } from "./lines-link.tsx";
import { ShareBar } from "./share-bar.tsx";

export interface BreakdownRow extends GroupFigures {
  name: string;
  /** The lines of the row, whatever the indicator. */
  filter: LineFilter;
}

export interface BreakdownTableProps {
  caption: string;
  /** Its name as a file. */
  file: ExportTable;
  captionHidden?: boolean;
  /** What a row is: « Famille », « Mois ». */
  header: string;
  rows: readonly BreakdownRow[];
  indicator: Indicator;
  figures: Dashboard;
  scope: LinesScope;
  sortable?: boolean;
  /** Rows shown before « Tout afficher ». */
  foldAfter?: number;
  /** Beside a chart, the bars of the rates would say the same twice. */
  bars?: boolean;
}

/** One indicator by month, family or supplier; every amount opens its lines, and they add up to the total. */
export function BreakdownTable(props: BreakdownTableProps): React.ReactNode {
  const {
    caption,
    file,
    captionHidden = false,
    header,
    rows,
    indicator,
    figures,
    scope,
    sortable = false,
    foldAfter,
    bars = true,
  } = props;
  const { t } = useLingui();
  const [sort, setSort] = useState<Sort | null>(null);
  const { basis, range } = figures;
  const whole = figures.shares[indicator];
  const known = { scope, range };
  const rate = (share: Share): React.ReactNode =>
    bars ? <ShareBar share={share} colour={COLOURS[indicator]} /> : <PercentText ratio={share.strict} />;
  const columns: Column<BreakdownRow>[] = [
    {
      key: "name",
      header,
      cell: (row) => (bars ? row.name : <span className={classes.nowrap}>{row.name}</span>),
      total: t`Total`,
    },
    {
      key: "share",
      header: t`Taux`,
      sortable,
      numeric: !bars,
      cell: ({ shares }) => rate(shares[indicator]),
      total: rate(whole),
    },
    {
      key: "strict",
      header: t`Confirmé`,
      numeric: true,
      sortable,
      cell: ({ shares, filter }) => (
        <LinesLink {...known} filter={{ ...filter, indicator, part: "strict" }}>
          <Amount units={shares[indicator].strict.numerator} basis={basis} />
        </LinesLink>
      ),
      total: <Amount units={whole.strict.numerator} basis={basis} />,
    },
    {
      key: "bought",
      header: indicator === "MEAT_FISH" ? t`Viandes et poissons` : t`Achats`,
      numeric: true,
      sortable,
      cell: ({ shares, filter }) => (
        <LinesLink {...known} filter={{ ...filter, indicator, part: "base" }}>
          <Amount units={shares[indicator].strict.denominator} basis={basis} />
        </LinesLink>
      ),
      total: <Amount units={whole.strict.denominator} basis={basis} />,
    },
  ];
  return (
    <DataTable
      stacked={bars}
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={sortRows(rows, sort, indicator)}
      rowKey={({ key }) => key}
      sort={sort}
      onSort={setSort}
      download={downloadOf(file, { scope, range, basis, indicator })}
      {...(foldAfter === undefined ? {} : { foldAfter })}
      empty={
        <p>
          <Trans>Aucun achat sur la période.</Trans>
        </p>
      }
    />
  );
}

/** Rows over nothing come last, whatever the direction. */
export function sortRows<Row extends GroupFigures>(
  rows: readonly Row[],
  sort: Sort | null,
  indicator: Indicator,
): readonly Row[] {
  if (sort === null) return rows;
  const sign = sort.direction === "asc" ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [one, other] = [figureIn(a, sort.key, indicator), figureIn(b, sort.key, indicator)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other) || (a.key < b.key ? -1 : 1);
  });
}

function figureIn({ shares }: GroupFigures, key: string, indicator: Indicator): number | null {
  const { numerator, denominator } = shares[indicator].strict;
  if (key === "strict") return numerator;
  if (key === "bought") return denominator;
  return denominator === 0 ? null : numerator / denominator;
}
