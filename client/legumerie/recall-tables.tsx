import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { MISSING } from "../../shared/format/ratios.ts";
import { lotCode, outputCode } from "../../shared/legumerie/codes.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import { ProductCut } from "./output-columns.tsx";
import type { Workshop } from "./workshop.ts";

type Step = RouterOutputs["legumerieLedger"]["recall"][number];
type Lot = Extract<Step, { kind: "LOT" }>;
type Delivery = Extract<Step, { kind: "DELIVERY" }>;

/** Canteens to call and what still stands here, then all that went into the same batches. */
export function RecallTables({
  workshop,
  steps,
}: {
  workshop: Workshop;
  steps: readonly Step[];
}): React.ReactNode {
  const { t } = useLingui();
  const deliveries = steps.flatMap((step) => (step.kind === "DELIVERY" ? [step] : []));
  const lots = steps.flatMap((step) => (step.kind === "LOT" ? [step] : []));
  const canteens = new Set(deliveries.flatMap(({ canteenId }) => canteenId ?? [])).size;
  const kept = deliveries.filter(({ deliveryId }) => deliveryId === null).length;
  return (
    <>
      <p className={classes.chainSum}>
        <strong>
          <Plural value={canteens} one="# cantine à prévenir" other="# cantines à prévenir" />
        </strong>
        , <Plural value={deliveries.length - kept} one="# livraison" other="# livraisons" />,{" "}
        <Plural value={kept} one="# produit fini encore ici" other="# produits finis encore ici" />.
      </p>
      <DataTable
        caption={t`Où sont partis les produits`}
        columns={useDeliveryColumns(workshop)}
        rows={deliveries}
        rowKey={(row) => `${row.outputId} ${row.deliveryId ?? ""}`}
        stacked
        empty={
          <p>
            <Trans>Ce lot n'est entré dans aucune transformation : il est encore à la légumerie.</Trans>
          </p>
        }
      />
      <DataTable
        caption={t`Lots entrés dans les mêmes transformations`}
        columns={useLotColumns(workshop)}
        rows={lots}
        rowKey={(row) => `${row.batchId ?? ""} ${row.lotId}`}
        stacked
      />
    </>
  );
}

function useDeliveryColumns(workshop: Workshop): Column<Delivery>[] {
  const { t } = useLingui();
  return [
    {
      key: "canteen",
      header: t`Cantine`,
      cell: ({ deliveryId, canteenName, grams, disposedGrams }) =>
        deliveryId === null ? (
          <Kept grams={grams} disposedGrams={disposedGrams} />
        ) : canteenName === null ? (
          t`cantine d'une autre organisation`
        ) : (
          <DataText>{canteenName}</DataText>
        ),
    },
    { key: "day", header: t`Livré le`, cell: ({ deliveredOn }) => <DateText date={deliveredOn} /> },
    { key: "grams", header: t`Poids`, numeric: true, cell: ({ grams }) => <WeightText grams={grams} /> },
    {
      key: "refused",
      header: t`Refusé`,
      numeric: true,
      cell: ({ refusedGrams }) => (refusedGrams > 0 ? <WeightText grams={refusedGrams} /> : MISSING),
    },
    {
      key: "product",
      header: t`Produit fini`,
      cell: (row) => (
        <>
          <ProductCut productName={row.productName} productNameEn="" cut={row.cut} />{" "}
          <TextLink
            to="/legumerie"
            search={{ atelier: workshop.id, onglet: "tracabilite", produit: row.outputId }}
          >
            {outputCode({ id: row.outputId, packedOn: row.packedOn })}
          </TextLink>
        </>
      ),
    },
    { key: "useBy", header: t`DLC`, cell: ({ useBy }) => <DateText date={useBy} /> },
  ];
}

/** An output lot that no canteen had: still there, gone as a loss, or part of each. */
function Kept({ grams, disposedGrams }: Pick<Delivery, "grams" | "disposedGrams">): React.ReactNode {
  if (disposedGrams === 0) return <Trans>encore à la légumerie</Trans>;
  if (disposedGrams >= grams) return <Trans>sorti du stock, aucune cantine ne l'a eu</Trans>;
  return (
    <Trans>
      encore à la légumerie, sauf <WeightText grams={disposedGrams} /> sortis du stock
    </Trans>
  );
}

function useLotColumns(workshop: Workshop): Column<Lot>[] {
  const { t } = useLingui();
  return [
    {
      key: "lot",
      header: t`Lot reçu`,
      cell: (row) => (
        <>
          <TextLink to="/legumerie" search={{ atelier: workshop.id, onglet: "tracabilite", lot: row.lotId }}>
            {lotCode({ id: row.lotId, receivedOn: row.receivedOn })}
          </TextLink>{" "}
          {row.recalled && (
            <Badge tone="bad">
              <Trans>rappelé</Trans>
            </Badge>
          )}
        </>
      ),
    },
    {
      key: "producer",
      header: t`Producteur`,
      cell: ({ producerName, producerSiret }) => (
        <>
          <DataText>{producerName}</DataText>
          {producerSiret !== null && (
            <>
              <br />
              <span className={classes.detail}>{producerSiret}</span>
            </>
          )}
        </>
      ),
    },
    { key: "number", header: t`Lot du producteur`, cell: ({ supplierLot }) => supplierLot ?? MISSING },
    { key: "product", header: t`Légume`, cell: ({ productName }) => <DataText>{productName}</DataText> },
    { key: "day", header: t`Reçu le`, cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
    {
      key: "grams",
      header: t`Poids utilisé`,
      numeric: true,
      cell: ({ batchId, grams }) => (batchId === null ? MISSING : <WeightText grams={grams} />),
    },
  ];
}
