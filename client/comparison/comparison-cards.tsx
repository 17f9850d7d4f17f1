import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { DateText } from "../ui/values.tsx";
import { ChoiceEffect } from "./choice-effect.tsx";
import classes from "./comparison.module.css";
import type { ComparisonListProps } from "./comparison-table.tsx";
import { DistanceText } from "./distance-text.tsx";
import { PriceCell } from "./price-cell.tsx";
import type { RowSort } from "./sort-keys.ts";
import { SORT_KEYS } from "./sort-keys.ts";
import { SupplierMarks } from "./supplier-marks.tsx";
import { SupplierName } from "./supplier-name.tsx";

/** The same facts on a narrow screen: one card a supplier. */
export function ComparisonCards({
  comparison,
  rows,
  cheapest,
  sort,
  onSort,
}: ComparisonListProps): React.ReactNode {
  return (
    <>
      <SortSelect sort={sort} onSort={onSort} />
      <ul className={classes.cards}>
        {rows.map((row) => (
          <li key={row.supplierId} className={classes.card}>
            <SupplierName row={row} />
            <dl className={classes.facts}>
              <div>
                <dt>
                  <Trans>Prix au kilo HT</Trans>
                </dt>
                <dd>
                  <PriceCell price={row.price} cheapest={cheapest.has(row.supplierId)} />
                </dd>
              </div>
              <div>
                <dt>
                  <Trans>Distance</Trans>
                </dt>
                <dd>
                  <DistanceText distance={row.distance} />
                </dd>
              </div>
              <div>
                <dt>
                  <Trans>Dernière livraison</Trans>
                </dt>
                <dd>
                  <DateText date={row.price?.last.on ?? null} />
                </dd>
              </div>
            </dl>
            <SupplierMarks row={row} />
            <div className={classes.cardEffect}>
              <strong>
                <Trans>Ce que ce choix change</Trans>
              </strong>
              <ChoiceEffect comparison={comparison} replacement={row.replacement} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function SortSelect({ sort, onSort }: Pick<ComparisonListProps, "sort" | "onSort">): React.ReactNode {
  const { t } = useLingui();
  const labels: Record<RowSort["key"], string> = {
    price: t`Prix au kilo`,
    distance: t`Distance`,
    last: t`Dernière livraison`,
    name: t`Nom`,
  };
  return (
    <NativeSelect
      label={t`Ranger par`}
      mb="md"
      value={sort.key}
      data={SORT_KEYS.map((key) => ({ value: key, label: labels[key] }))}
      onChange={(event) => {
        const key = SORT_KEYS.find((candidate) => candidate === event.currentTarget.value);
        if (key !== undefined) onSort({ key, direction: key === "last" ? "desc" : "asc" });
      }}
    />
  );
}
