import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { outputCode } from "../../shared/legumerie/codes.ts";
import type { ListedDisposal } from "../../shared/legumerie/disposals.ts";
import { LOSS_DESTINATION_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { CorrectDrawer } from "./correct-drawer.tsx";
import { disposalParts } from "./correctable.ts";
import { ProductCut } from "./output-columns.tsx";
import type { Workshop } from "./workshop.ts";

/** What left the stock without a canteen, and where it went. */
export function DisposalsSection({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [corrected, setCorrected] = useState<ListedDisposal | null>(null);
  const query = useQuery(useTRPC().legumerieLedger.disposals.queryOptions({ legumerieId: workshop.id }));
  const columns: Column<ListedDisposal>[] = [
    { key: "day", header: t`Sorti le`, cell: ({ disposedOn }) => <DateText date={disposedOn} /> },
    { key: "product", header: t`Produit`, rowHeader: true, cell: (row) => <ProductCut {...row} /> },
    {
      key: "lot",
      header: t`Lot`,
      cell: ({ outputId, packedOn }) => outputCode({ id: outputId, packedOn }),
    },
    { key: "useBy", header: t`DLC`, cell: ({ useBy }) => <DateText date={useBy} /> },
    { key: "grams", header: t`Poids`, numeric: true, cell: ({ grams }) => <WeightText grams={grams} /> },
    {
      key: "destination",
      header: t`Destination`,
      cell: ({ destination }) => LOSS_DESTINATION_LABELS[destination][locale],
    },
  ];
  const correct: Column<ListedDisposal> = {
    key: "correct",
    header: t`Changer`,
    screenOnly: true,
    cell: (row) => (
      <Button
        size="md"
        variant="default"
        aria-label={t`Corriger la sortie …${row.id.slice(-4).toUpperCase()}`}
        onClick={() => setCorrected(row)}
      >
        <Trans>Corriger</Trans>
      </Button>
    ),
  };
  return (
    <section aria-labelledby="disposals">
      <Title order={2} id="disposals" mb="sm">
        <Trans>Dernières sorties sans livraison</Trans>
      </Title>
      <QueryView query={query} lines={3}>
        {(disposals) => (
          <DataTable
            caption={t`Produits finis sortis du stock sans livraison`}
            captionHidden
            stacked
            foldAfter={8}
            columns={workshop.mayWrite ? [...columns, correct] : columns}
            rows={disposals}
            rowKey={({ id }) => id}
            download={tableFile("legumerie-sorties", { legumerieId: workshop.id })}
            empty={
              <p>
                <Trans>Rien n'est sorti du stock autrement que livré.</Trans>
              </p>
            }
          />
        )}
      </QueryView>
      <CorrectDrawer
        legumerieId={workshop.id}
        parts={corrected === null ? null : disposalParts(corrected, locale)}
        onClose={() => setCorrected(null)}
      />
    </section>
  );
}
