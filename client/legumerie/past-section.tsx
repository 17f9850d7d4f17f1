import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import { outputCode } from "../../shared/legumerie/codes.ts";
import type { FinishedStock } from "../../shared/legumerie/stock-on.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { DisposeDrawer } from "./dispose-drawer.tsx";
import { ProductCut } from "./output-columns.tsx";
import type { Workshop } from "./workshop.ts";

interface PastSectionProps {
  workshop: Workshop;
  rows: readonly FinishedStock[];
  /** The day shown is today, and the account may write. */
  mayDispose: boolean;
}

/** Finished goods still there after their use-by date, to be taken out; nothing when there is none. */
export function PastSection({ workshop, rows, mayDispose }: PastSectionProps): React.ReactNode {
  const { t } = useLingui();
  const [disposed, setDisposed] = useState<FinishedStock | null>(null);
  const columns: Column<FinishedStock>[] = [
    { key: "product", header: t`Produit`, cell: (row) => <ProductCut {...row} /> },
    {
      key: "lot",
      header: t`Lot`,
      cell: ({ outputId, packedOn }) => outputCode({ id: outputId, packedOn }),
    },
    { key: "useBy", header: t`DLC`, cell: ({ useBy }) => <DateText date={useBy} /> },
    { key: "grams", header: t`Poids`, numeric: true, cell: ({ grams }) => <WeightText grams={grams} /> },
  ];
  const out: Column<FinishedStock> = {
    key: "out",
    header: t`Sortir`,
    screenOnly: true,
    cell: (row) => {
      const code = outputCode({ id: row.outputId, packedOn: row.packedOn });
      return (
        <Button size="md" aria-label={t`Sortir du stock : ${code}`} onClick={() => setDisposed(row)}>
          <Trans>Sortir du stock</Trans>
        </Button>
      );
    },
  };
  return (
    <>
      {rows.length > 0 && (
        <section aria-labelledby="past">
          <Title order={2} id="past" mb="sm">
            <Trans>DLC dépassée, à sortir du stock</Trans>
          </Title>
          <DataTable
            caption={t`Produits finis dont la DLC est dépassée`}
            captionHidden
            stacked
            foldAfter={12}
            columns={mayDispose ? [...columns, out] : columns}
            rows={rows}
            rowKey={({ outputId }) => outputId}
          />
        </section>
      )}
      <DisposeDrawer legumerieId={workshop.id} stock={disposed} onClose={() => setDisposed(null)} />
    </>
  );
}
