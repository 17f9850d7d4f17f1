import { useLingui } from "@lingui/react/macro";
import type { Comparison } from "../../shared/comparison.ts";
import { rowKeyOf } from "../../shared/comparison.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { ChoiceEffect } from "./choice-effect.tsx";
import type { ComparedRow } from "./compared-rows.ts";
import { DistanceText } from "./distance-text.tsx";
import { EdibleCell } from "./edible-cell.tsx";
import { OrderingCell } from "./ordering-cell.tsx";
import { PriceCell } from "./price-cell.tsx";
import { ReliabilityCell } from "./reliability-cell.tsx";
import type { RowSort } from "./sort-keys.ts";
import { firstDirection, SORT_KEYS } from "./sort-keys.ts";
import { SupplierMarks } from "./supplier-marks.tsx";
import { SupplierName } from "./supplier-name.tsx";

export interface ComparisonListProps {
  comparison: Comparison;
  rows: readonly ComparedRow[];
  /** Keys of the rows with the lowest price. */
  cheapest: ReadonlySet<string>;
  cheapestEdible: ReadonlySet<string>;
  portionGrams: number | null;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
  onHistory: (row: ComparedRow) => void;
}

/** Every supplier on one line, sortable. */
export function ComparisonTable(props: ComparisonListProps): React.ReactNode {
  const { rows, sort, onSort } = props;
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Fournisseurs du produit, côte à côte`}
      captionHidden
      columns={useColumns(props)}
      rows={rows}
      rowKey={rowKeyOf}
      sort={sort}
      onSort={({ key, direction }) => {
        const known = SORT_KEYS.find((candidate) => candidate === key);
        if (known !== undefined)
          onSort({ key: known, direction: known === sort.key ? direction : firstDirection(known) });
      }}
    />
  );
}

function useColumns({
  comparison,
  cheapest,
  cheapestEdible,
  portionGrams,
  onHistory,
}: ComparisonListProps): Column<ComparedRow>[] {
  const { t } = useLingui();
  return [
    {
      key: "name",
      header: t`Fournisseur`,
      sortable: true,
      rowHeader: true,
      cell: (row) => <SupplierName row={row} />,
    },
    {
      key: "price",
      header: t`Prix au kilo HT`,
      sortable: true,
      numeric: true,
      cell: (row) => <PriceCell row={row} cheapest={cheapest.has(rowKeyOf(row))} onHistory={onHistory} />,
    },
    {
      key: "edible",
      header: t`Au kilo mangé HT`,
      sortable: true,
      numeric: true,
      cell: (row) => (
        <EdibleCell row={row} cheapest={cheapestEdible.has(rowKeyOf(row))} portionGrams={portionGrams} />
      ),
    },
    {
      key: "distance",
      header: t`Distance`,
      sortable: true,
      numeric: true,
      cell: (row) => <DistanceText distance={row.distance} />,
    },
    { key: "marks", header: t`Faits, preuves à ce jour`, cell: (row) => <SupplierMarks row={row} /> },
    { key: "minimum", header: t`Commande`, sortable: true, cell: (row) => <OrderingCell row={row} /> },
    {
      key: "reliability",
      header: t`Fiabilité`,
      sortable: true,
      cell: (row) => <ReliabilityCell reliability={row.reliability} />,
    },
    {
      key: "effect",
      header: t`Ce que ce choix change`,
      cell: (row) => <ChoiceEffect comparison={comparison} replacement={row.replacement} />,
    },
  ];
}
