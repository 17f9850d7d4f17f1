import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { formatUnitPrice } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { newId } from "../../shared/ids.ts";
import { availabilityKey } from "../../shared/legumerie/availability.ts";
import { CUT_LABELS, LOT_STAGE_LABELS } from "../../shared/legumerie.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TranslatedName } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import { RequestForm } from "./request-form.tsx";
import type { LegumerieOffer, OfferedProduct } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

interface AvailabilityTableProps {
  canteenId: string;
  offer: LegumerieOffer;
  mayAsk: boolean;
}

/** What a workshop has, ready to cook, and what it makes to order. */
export function AvailabilityTable({ canteenId, offer, mayAsk }: AvailabilityTableProps): React.ReactNode {
  const { t } = useLingui();
  const [asked, setAsked] = useState<{ id: string; product: OfferedProduct } | null>(null);
  const columns = useColumns(mayAsk ? (product) => setAsked({ id: newId(), product }) : null);
  return (
    <>
      <DataTable
        caption={t`Disponible chez ${offer.name}`}
        captionHidden
        stacked
        columns={columns}
        rows={[...offer.products].sort((a, b) => Number(b.freeGrams > 0) - Number(a.freeGrams > 0))}
        rowKey={availabilityKey}
        empty={
          <EmptyState title={t`Rien n'a encore été produit`}>
            <Trans>Demandez ce qu'il vous faut : la légumerie verra votre demande.</Trans>
          </EmptyState>
        }
      />
      <SideDrawer
        title={t`Commander à la légumerie`}
        size="xl"
        opened={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked !== null && (
          <RequestForm
            id={asked.id}
            canteenId={canteenId}
            legumerieId={offer.id}
            product={asked.product}
            onSaved={() => setAsked(null)}
          />
        )}
      </SideDrawer>
    </>
  );
}

function useColumns(ask: ((product: OfferedProduct) => void) | null): Column<OfferedProduct>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<OfferedProduct>[] = [
    {
      key: "product",
      header: t`Produit`,
      cell: (row) => (
        <>
          <TranslatedName name={row.productName} nameEn={row.productNameEn} />
          <br />
          <span className={classes.detail}>{CUT_LABELS[row.cut][locale]}</span>
        </>
      ),
    },
    {
      key: "free",
      header: t`Disponible`,
      numeric: true,
      cell: ({ freeGrams }) =>
        freeGrams > 0 ? <WeightText grams={freeGrams} /> : <Trans>sur commande</Trans>,
    },
    {
      key: "useBy",
      header: t`DLC au plus tôt`,
      numeric: true,
      cell: ({ useBy, freeGrams }) =>
        useBy === null || freeGrams === 0 ? MISSING : <DateText date={useBy} />,
    },
    {
      key: "organic",
      header: t`Bio`,
      cell: ({ organicStage, freeGrams }) =>
        organicStage === null || freeGrams === 0 ? (
          MISSING
        ) : (
          <Badge tone="good">{LOT_STAGE_LABELS[organicStage][locale]}</Badge>
        ),
    },
    {
      key: "price",
      header: t`Dernier prix payé, le kg HT`,
      numeric: true,
      cell: ({ unitPriceHtE4 }) =>
        unitPriceHtE4 === null ? MISSING : formatUnitPrice(unitPriceHtE4, locale),
    },
  ];
  if (ask === null) return columns;
  return [
    ...columns,
    {
      key: "ask",
      header: t`Commander`,
      cell: (row) => {
        const name = nameIn({ name: row.productName, nameEn: row.productNameEn }, locale);
        const cut = CUT_LABELS[row.cut][locale];
        return (
          <Button
            size="md"
            variant="default"
            aria-label={t`Commander : ${name}, ${cut}`}
            onClick={() => ask(row)}
          >
            <Trans>Commander</Trans>
          </Button>
        );
      },
    },
  ];
}
