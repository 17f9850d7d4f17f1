import { useLingui } from "@lingui/react/macro";
import type { Comparison, SupplierComparison } from "../../shared/comparison.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DateText } from "../ui/values.tsx";
import { ChoiceEffect } from "./choice-effect.tsx";
import { DistanceText } from "./distance-text.tsx";
import { PriceCell } from "./price-cell.tsx";
import type { RowSort } from "./sort-keys.ts";
import { SORT_KEYS } from "./sort-keys.ts";
import { SupplierMarks } from "./supplier-marks.tsx";
import { SupplierName } from "./supplier-name.tsx";

export interface ComparisonListProps {
  comparison: Comparison;
  rows: readonly SupplierComparison[];
  cheapest: ReadonlySet<string>;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}

/** Every supplier on one line, sortable. */
export function ComparisonTable({
  comparison,
  rows,
  cheapest,
  sort,
  onSort,
}: ComparisonListProps): React.ReactNode {
  const { t } = useLingui();
  const columns: Column<SupplierComparison>[] = [
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
      cell: (row) => <PriceCell price={row.price} cheapest={cheapest.has(row.supplierId)} />,
    },
    {
      key: "last",
      header: t`Dernière livraison`,
      sortable: true,
      numeric: true,
      cell: (row) => <DateText date={row.price?.last.on ?? null} />,
    },
    {
      key: "distance",
      header: t`Distance`,
      sortable: true,
      numeric: true,
      cell: (row) => <DistanceText distance={row.distance} />,
    },
    { key: "marks", header: t`Faits, preuves à ce jour`, cell: (row) => <SupplierMarks row={row} /> },
    {
      key: "effect",
      header: t`Ce que ce choix change`,
      cell: (row) => <ChoiceEffect comparison={comparison} replacement={row.replacement} />,
    },
  ];
  return (
    <DataTable
      caption={t`Fournisseurs du produit, côte à côte`}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.supplierId}
      sort={sort}
      onSort={({ key, direction }) => {
        const known = SORT_KEYS.find((candidate) => candidate === key);
        if (known !== undefined) onSort({ key: known, direction });
      }}
    />
  );
}
