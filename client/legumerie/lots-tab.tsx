import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lotCode } from "../../shared/legumerie/codes.ts";
import { lotStock } from "../../shared/legumerie/stock.ts";
import { LOT_STAGE_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText, TranslatedName } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, MoneyText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import { CorrectDrawer } from "./correct-drawer.tsx";
import { lotParts } from "./correctable.ts";
import { FormDrawer } from "./form-drawer.tsx";
import classes from "./legumerie.module.css";
import { LotForm } from "./lot-form.tsx";
import type { ReceivedLot, Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** What was received, latest first, and what is left of it. */
export function LotsTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const { search, change } = useWorkshopSearch();
  const [corrected, setCorrected] = useState<ReceivedLot | null>(null);
  const columns = useColumns(workshop, setCorrected);
  const query = useQuery(
    useTRPC().legumerie.lots.queryOptions(
      { legumerieId: workshop.id, page: search.page ?? 1 },
      { placeholderData: (previous) => previous },
    ),
  );
  const receive = workshop.mayWrite && (
    <FormDrawer
      label={t`Recevoir un lot`}
      form={(id, close) => <LotForm id={id} legumerieId={workshop.id} onSaved={close} />}
    />
  );
  return (
    <>
      <div className={classes.toolbar}>
        <span>
          <Trans>Chaque lot garde son producteur, son origine et sa preuve jusqu'à la cantine.</Trans>
        </span>
        {receive}
      </div>
      <QueryView query={query} lines={8}>
        {({ rows, total, page, pageSize }) => (
          <DataTable
            stacked
            caption={t`Lots reçus`}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            refreshing={query.isPlaceholderData}
            download={tableFile("legumerie-receptions", { legumerieId: workshop.id })}
            page={{ index: page - 1, size: pageSize, total }}
            onPage={(index) => change({ page: index === 0 ? undefined : index + 1 })}
            empty={
              <EmptyState title={t`Aucun lot reçu`}>
                <Trans>Pesez un premier lot à son arrivée : tout le reste en découle.</Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
      <CorrectDrawer
        legumerieId={workshop.id}
        parts={corrected === null ? null : lotParts(corrected)}
        onClose={() => setCorrected(null)}
      />
    </>
  );
}

function useColumns(workshop: Workshop, correct: (lot: ReceivedLot) => void): Column<ReceivedLot>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<ReceivedLot>[] = [
    {
      key: "lot",
      header: t`Lot`,
      cell: (lot) => (
        <TextLink
          to="/legumerie"
          search={{ atelier: workshop.id, onglet: "tracabilite", lot: lot.id }}
          title={t`Suivre ce lot`}
        >
          <span className={classes.code}>{lotCode(lot)}</span>
        </TextLink>
      ),
    },
    { key: "received", header: t`Reçu le`, numeric: true, cell: (lot) => <DateText date={lot.receivedOn} /> },
    {
      key: "product",
      header: t`Produit`,
      cell: (lot) => (
        <>
          <TranslatedName name={lot.productName} nameEn={lot.productNameEn} />
          {lot.variety !== null && (
            <>
              <br />
              <span className={classes.detail}>
                <DataText>{lot.variety}</DataText>
              </span>
            </>
          )}
        </>
      ),
    },
    {
      key: "producer",
      header: t`Producteur`,
      cell: (lot) => (
        <>
          <DataText>{lot.producerName}</DataText>
          <br />
          <span className={classes.detail}>{lot.communeName ?? t`commune à vérifier`}</span>
        </>
      ),
    },
    {
      key: "organic",
      header: t`Bio`,
      cell: ({ organicStage }) =>
        organicStage === null ? t`non` : <Badge tone="good">{LOT_STAGE_LABELS[organicStage][locale]}</Badge>,
    },
    {
      key: "gross",
      header: t`Poids brut`,
      numeric: true,
      cell: (lot) => (
        <>
          <WeightText grams={lot.standingGrams} />
          {lot.standingGrams !== lot.grossGrams && (
            <>
              <br />
              <span className={classes.detail}>
                <Trans>corrigé</Trans>
              </span>
            </>
          )}
        </>
      ),
    },
    {
      key: "stock",
      header: t`Reste`,
      numeric: true,
      cell: (lot) => {
        const left = lotStock(lot);
        return left === 0 ? t`épuisé` : <WeightText grams={left} />;
      },
    },
    {
      key: "price",
      header: t`Prix HT`,
      numeric: true,
      cell: (lot) => (lot.owned ? <MoneyText cents={lot.priceHtCents} /> : t`à façon`),
    },
  ];
  if (!workshop.mayWrite) return columns;
  return [
    ...columns,
    {
      key: "correct",
      header: t`Corriger`,
      cell: (lot) => (
        <Button
          variant="default"
          size="md"
          aria-label={t`Corriger le lot ${lotCode(lot)}`}
          onClick={() => correct(lot)}
        >
          <Trans>Corriger</Trans>
        </Button>
      ),
    },
  ];
}
