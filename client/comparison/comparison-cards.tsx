import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { rowKeyOf } from "../../shared/comparison.ts";
import { ChoiceEffect } from "./choice-effect.tsx";
import classes from "./comparison.module.css";
import type { ComparisonListProps } from "./comparison-table.tsx";
import { DistanceText } from "./distance-text.tsx";
import { EdibleCell } from "./edible-cell.tsx";
import { OrderingCell } from "./ordering-cell.tsx";
import { PriceCell } from "./price-cell.tsx";
import { ReliabilityCell } from "./reliability-cell.tsx";
import type { RowSort } from "./sort-keys.ts";
import { firstDirection, SORT_KEYS } from "./sort-keys.ts";
import { SupplierMarks } from "./supplier-marks.tsx";
import { SupplierName } from "./supplier-name.tsx";

/** The same facts on a narrow screen: one card a supplier. */
export function ComparisonCards(props: ComparisonListProps): React.ReactNode {
  const { comparison, rows, sort, onSort } = props;
  const { t } = useLingui();
  return (
    <>
      <SortSelect sort={sort} onSort={onSort} />
      <ul className={classes.cards}>
        {rows.map((row) => {
          const key = rowKeyOf(row);
          const facts: readonly (readonly [string, React.ReactNode])[] = [
            [
              t`Prix au kilo HT`,
              <PriceCell
                key="price"
                row={row}
                cheapest={props.cheapest.has(key)}
                onHistory={props.onHistory}
              />,
            ],
            [
              t`Au kilo mangé HT`,
              <EdibleCell
                key="edible"
                row={row}
                cheapest={props.cheapestEdible.has(key)}
                portionGrams={props.portionGrams}
              />,
            ],
            [t`Distance`, <DistanceText key="distance" distance={row.distance} />],
            [t`Fiabilité`, <ReliabilityCell key="reliability" reliability={row.reliability} />],
            [t`Commande`, <OrderingCell key="ordering" row={row} />],
          ];
          return (
            <li key={key} className={classes.card}>
              <SupplierName row={row} />
              <dl className={classes.facts}>
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <SupplierMarks row={row} />
              <div className={classes.cardEffect}>
                <strong>
                  <Trans>Ce que ce choix change</Trans>
                </strong>
                <ChoiceEffect comparison={comparison} replacement={row.replacement} />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function SortSelect({ sort, onSort }: Pick<ComparisonListProps, "sort" | "onSort">): React.ReactNode {
  const { t } = useLingui();
  const labels: Record<RowSort["key"], string> = {
    edible: t`Prix au kilo mangé`,
    price: t`Prix au kilo`,
    distance: t`Distance`,
    minimum: t`Minimum de commande`,
    reliability: t`Fiabilité`,
    last: t`Dernière livraison`,
    name: t`Nom`,
  };
  return (
    <NativeSelect
      label={t`Ranger par`}
      mb="md"
      data-no-print
      value={sort.key}
      data={SORT_KEYS.map((key) => ({ value: key, label: labels[key] }))}
      onChange={(event) => {
        const key = SORT_KEYS.find((candidate) => candidate === event.currentTarget.value);
        if (key !== undefined) onSort({ key, direction: firstDirection(key) });
      }}
    />
  );
}
