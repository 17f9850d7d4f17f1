import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Text, Title } from "@mantine/core";
import { lazy } from "react";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatMonthShort } from "../../shared/format/dates.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import { useLocale } from "../ui/locale.ts";
import type { BreakdownRow } from "./breakdown-table.tsx";
import { BreakdownTable } from "./breakdown-table.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";

const MonthChart = lazy(() => import("./month-chart.tsx"));

export interface DetailsProps {
  indicator: Indicator;
  onIndicator: (indicator: Indicator) => void;
  figures: Dashboard;
  scope: LinesScope;
  children?: React.ReactNode;
}

/** One indicator at a time: by month, by family, by supplier. */
export function Details({ indicator, onIndicator, figures, scope, children }: DetailsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const named = INDICATOR_LABELS[indicator][locale];
  const shared = { indicator, figures, scope };
  return (
    <div className={classes.sections}>
      <div className={classes.detailsHead}>
        <Title order={2}>
          <Trans>En détail</Trans>
        </Title>
        <NativeSelect
          wrapperProps={{ "data-no-print": true }}
          label={t`Indicateur`}
          value={indicator}
          data={INDICATORS.map((one) => ({ value: one, label: INDICATOR_LABELS[one][locale] }))}
          onChange={(event) => {
            const chosen = INDICATORS.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) onIndicator(chosen);
          }}
        />
      </div>
      {children}
      <ChartWithTable
        title={t`${named}, mois par mois`}
        layout="beside"
        summary={<ChartKey hasTarget={figures.targets[indicator].length > 0} />}
        chart={<MonthChart figures={figures} indicator={indicator} />}
        table={
          <BreakdownTable
            {...shared}
            file="mois"
            caption={t`${named} : tableau des mois`}
            captionHidden
            bars={false}
            header={t`Mois`}
            rows={monthRows(figures, locale)}
          />
        }
      />
      <BreakdownTable
        {...shared}
        file="familles"
        caption={t`${named}, par famille de produits`}
        header={t`Famille`}
        rows={familyRows(figures, locale)}
        sortable
      />
      <BreakdownTable
        {...shared}
        file="fournisseurs"
        caption={t`${named}, par fournisseur`}
        header={t`Fournisseur`}
        rows={supplierRows(figures, locale)}
        foldAfter={10}
        sortable
      />
    </div>
  );
}

/** How to read the chart, in words. */
function ChartKey({ hasTarget }: { hasTarget: boolean }): React.ReactNode {
  return (
    <Text span size="sm">
      {hasTarget ? (
        <Trans>Barre : confirmé, puis déclaré en hachuré. Cercle : un an plus tôt. Tirets : objectif.</Trans>
      ) : (
        <Trans>Barre : confirmé, puis déclaré en hachuré. Cercle : un an plus tôt.</Trans>
      )}
    </Text>
  );
}

type Locale = ReturnType<typeof useLocale>;

/** Months with purchases: a month to come is no row. */
function monthRows({ byMonth }: Dashboard, locale: Locale): BreakdownRow[] {
  return byMonth
    .filter(({ totals }) => totals.lines > 0)
    .map((group) => ({
      ...group,
      name: formatMonthShort(group.key, locale),
      filter: { from: group.key, to: group.key },
    }));
}

function familyRows({ byFamily }: Dashboard, locale: Locale): BreakdownRow[] {
  return byFamily.map((group) => ({
    ...group,
    name: FAMILY_SHORT_LABELS[group.key][locale],
    filter: { family: group.key },
  }));
}

function supplierRows({ bySupplier, suppliers }: Dashboard, locale: Locale): BreakdownRow[] {
  const known = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  return bySupplier.map((group) => {
    const supplier = known.get(group.key);
    const name =
      supplier === undefined
        ? group.key
        : `${supplier.name} (${SUPPLIER_KIND_LABELS[supplier.kind][locale]})`;
    return { ...group, name, filter: { supplier: group.key } };
  });
}
