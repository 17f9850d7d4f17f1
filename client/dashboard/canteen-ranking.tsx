import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useState } from "react";
import type { TargetFigure } from "../../shared/figures.ts";
import { nextTarget } from "../../shared/figures.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { isCalendarYear } from "../../shared/periods.ts";
import type { RankedCanteen } from "../../shared/ranked-canteens.ts";
import { targetsOfCanteen } from "../../shared/ranked-canteens.ts";
import type { Column, Sort } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { Amount } from "./amount.tsx";
import classes from "./dashboard.module.css";
import type { LinesScope, TerritoryDashboard } from "./dashboard-data.ts";
import { COLOURS, downloadOf } from "./dashboard-data.ts";
import { LinesLink } from "./lines-link.tsx";
import { ShareBar } from "./share-bar.tsx";
import { formatGap } from "./words.ts";

type Ranked = RankedCanteen & {
  /** To be shown first; null: the canteen has none. */
  target: TargetFigure | null;
};

/** Every canteen for one indicator: its rate, and what is missing to reach its next target. */
export function CanteenRanking({
  figures,
  indicator,
  scope,
}: {
  figures: TerritoryDashboard;
  indicator: Indicator;
  scope: LinesScope;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [sort, setSort] = useState<Sort>({ key: "share", direction: "desc" });
  const { basis, range } = figures;
  const named = INDICATOR_LABELS[indicator][locale];
  const { family, supplier } = scope;
  const narrowed = { ...(family && { family }), ...(supplier && { supplier }) };
  const period = isCalendarYear(range)
    ? { year: Number(range.toMonth.slice(0, 4)) }
    : { from: range.fromMonth, to: range.toMonth };
  const canteens = figures.canteens.map((canteen) => ({
    ...canteen,
    target: nextTarget(targetsOfCanteen(figures, canteen, indicator)),
  }));
  const columns: Column<Ranked>[] = [
    {
      key: "name",
      header: t`Cantine`,
      sortable: true,
      cell: ({ key, name, communeName }) => (
        <>
          <TextLink inherit to="/cantine" search={{ canteen: key, ...period, ...narrowed, basis, indicator }}>
            <DataText>{name}</DataText>
          </TextLink>
          {!name.includes(communeName) && (
            <Text size="sm" c="dimmed">
              {communeName}
            </Text>
          )}
        </>
      ),
    },
    {
      key: "share",
      header: t`Taux`,
      sortable: true,
      cell: ({ shares, target }) => (
        <ShareBar share={shares[indicator]} colour={COLOURS[indicator]} targetBp={target?.shareBp ?? null} />
      ),
    },
    {
      key: "gap",
      header: t`Il manque`,
      numeric: true,
      sortable: true,
      cell: ({ target }) => {
        const gap = target?.gap.strict ?? null;
        if (gap === null) return "–";
        return gap === 0 ? (
          <span className={classes.reached}>
            <Icon name="check" size={16} />
            {t`atteint`}
          </span>
        ) : (
          formatGap(gap, basis, locale)
        );
      },
    },
    {
      key: "bought",
      header: t`Achats`,
      numeric: true,
      sortable: true,
      cell: ({ key, shares }) => (
        <LinesLink scope={{ canteen: key, ...narrowed }} range={range} filter={{ indicator, part: "base" }}>
          <Amount units={shares[indicator].strict.denominator} basis={basis} />
        </LinesLink>
      ),
    },
  ];
  return (
    <DataTable
      stacked
      caption={t`${named}, cantine par cantine`}
      columns={columns}
      rows={rank(canteens, sort, indicator)}
      rowKey={({ key }) => key}
      sort={sort}
      onSort={setSort}
      foldAfter={10}
      download={downloadOf("cantines", { scope, range, basis, indicator })}
    />
  );
}

/** Canteens without the figure come last, whatever the direction. */
function rank(
  canteens: readonly Ranked[],
  { key, direction }: Sort,
  indicator: Indicator,
): readonly Ranked[] {
  const sign = direction === "asc" ? 1 : -1;
  return canteens.toSorted((a, b) => {
    if (key === "name") return sign * a.name.localeCompare(b.name, "fr");
    const [one, other] = [figureIn(a, key, indicator), figureIn(b, key, indicator)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other) || a.name.localeCompare(b.name, "fr");
  });
}

function figureIn(row: Ranked, key: string, indicator: Indicator): number | null {
  const { numerator, denominator } = row.shares[indicator].strict;
  if (key === "gap") return row.target?.gap.strict ?? null;
  if (key === "bought") return denominator;
  return denominator === 0 ? null : numerator / denominator;
}
