import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { MISSING } from "../../shared/format/ratios.ts";
import { REFUSAL_REASON_LABELS } from "../../shared/refusals.ts";
import type { Column } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, MoneyText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import { OutputLink, ProductCut } from "./output-columns.tsx";
import type { LedgerDelivery } from "./workshop.ts";

/** `refuse`: what a press on « Refus » does; null: the account may not. */
export function useDeliveryColumns(
  legumerieId: string,
  refuse: ((delivery: LedgerDelivery) => void) | null,
): Column<LedgerDelivery>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<LedgerDelivery>[] = [
    {
      key: "canteen",
      header: t`Cantine`,
      cell: ({ canteenName }) => canteenName ?? t`cantine d'une autre organisation`,
    },
    {
      key: "day",
      header: t`Livré le`,
      numeric: true,
      cell: ({ deliveredOn }) => <DateText date={deliveredOn} />,
    },
    { key: "product", header: t`Produit`, cell: (delivery) => <Delivered delivery={delivery} /> },
    {
      key: "code",
      header: t`Lot`,
      cell: (delivery) => (
        <OutputLink legumerieId={legumerieId} id={delivery.outputId} packedOn={delivery.packedOn} />
      ),
    },
    {
      key: "grams",
      header: t`Livré`,
      numeric: true,
      cell: ({ grams }) => <WeightText grams={grams} />,
    },
    {
      key: "refused",
      header: t`Refusé`,
      numeric: true,
      cell: ({ refusedGrams, refusalReason }) =>
        refusedGrams === 0 ? (
          MISSING
        ) : (
          <>
            <WeightText grams={refusedGrams} />
            {refusalReason !== null && (
              <>
                <br />
                <span className={classes.detail}>{REFUSAL_REASON_LABELS[refusalReason][locale]}</span>
              </>
            )}
          </>
        ),
    },
    {
      key: "price",
      header: t`Montant HT`,
      numeric: true,
      cell: ({ priceHtCents }) => <MoneyText cents={priceHtCents} />,
    },
  ];
  if (refuse === null) return columns;
  return [
    ...columns,
    {
      key: "refuse",
      header: t`Refus`,
      cell: (delivery) => {
        const { canteenName, canteenId } = delivery;
        if (canteenId === null || delivery.refusedGrams >= delivery.grams) return MISSING;
        return (
          <Button
            size="md"
            variant="default"
            aria-label={t`Noter un refus de ${canteenName ?? ""}`}
            onClick={() => refuse(delivery)}
          >
            <Trans>Refus</Trans>
          </Button>
        );
      },
    },
  ];
}

function Delivered({ delivery }: { delivery: LedgerDelivery }): React.ReactNode {
  const { replaced } = delivery;
  return (
    <>
      <ProductCut {...delivery} />
      {replaced !== null && (
        <>
          <br />
          <Badge tone="warn">
            <Trans>au lieu de : {replaced}</Trans>
          </Badge>
        </>
      )}
    </>
  );
}
