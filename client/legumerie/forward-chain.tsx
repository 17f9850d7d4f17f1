import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MISSING } from "../../shared/format/ratios.ts";
import { outputCode } from "../../shared/legumerie/codes.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";
import type { Workshop } from "./workshop.ts";

type Step = RouterOutputs["legumerie"]["traceLot"][number];

/** Every finished product and canteen that got some of a received lot. */
export function ForwardChain({ workshop, lotId }: { workshop: Workshop; lotId: string }): React.ReactNode {
  const { t } = useLingui();
  const columns = useColumns(workshop);
  const query = useQuery(useTRPC().legumerie.traceLot.queryOptions({ legumerieId: workshop.id, lotId }));
  const code = lotId.slice(-4).toUpperCase();
  return (
    <section aria-labelledby="forward">
      <Title order={2} id="forward" mb="xs">
        <Trans>Où est parti le lot …{code}</Trans>
      </Title>
      <QueryView query={query} lines={6}>
        {(steps) => (
          <>
            <ChainSum steps={steps} />
            <DataTable
              stacked
              caption={t`Du lot aux cantines`}
              captionHidden
              columns={columns}
              rows={steps}
              rowKey={(step) => `${step.batchId} ${step.outputId ?? ""} ${step.deliveryId ?? ""}`}
              empty={
                <p>
                  <Trans>Ce lot n'est entré dans aucune transformation : il est encore à la légumerie.</Trans>
                </p>
              }
            />
          </>
        )}
      </QueryView>
    </section>
  );
}

function ChainSum({ steps }: { steps: readonly Step[] }): React.ReactNode {
  const delivered = steps.filter(({ deliveryId }) => deliveryId !== null);
  const canteens = new Set(delivered.flatMap(({ canteenId }) => canteenId ?? [])).size;
  const batches = new Set(steps.map(({ batchId }) => batchId)).size;
  if (steps.length === 0) return null;
  return (
    <p className={classes.chainSum}>
      <Plural value={batches} one="# transformation" other="# transformations" />,{" "}
      <Plural value={delivered.length} one="# livraison" other="# livraisons" />,{" "}
      <strong>
        <Plural value={canteens} one="# cantine à prévenir" other="# cantines à prévenir" />
      </strong>
      .
    </p>
  );
}

function useColumns(workshop: Workshop): Column<Step>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "canteen",
      header: t`Cantine`,
      cell: ({ deliveryId, canteenName }) =>
        deliveryId === null ? (
          t`pas livré`
        ) : canteenName === null ? (
          t`cantine d'une autre organisation`
        ) : (
          <DataText>{canteenName}</DataText>
        ),
    },
    {
      key: "day",
      header: t`Livré le`,
      numeric: true,
      cell: ({ deliveredOn }) => <DateText date={deliveredOn} />,
    },
    { key: "grams", header: t`Livré`, numeric: true, cell: ({ grams }) => <WeightText grams={grams} /> },
    {
      key: "refused",
      header: t`Refusé`,
      numeric: true,
      cell: ({ refusedGrams }) => (refusedGrams ? <WeightText grams={refusedGrams} /> : MISSING),
    },
    {
      key: "product",
      header: t`Produit fini`,
      cell: ({ outputId, packedOn, productName, cut }) =>
        outputId === null || packedOn === null || cut === null ? (
          t`rien de conditionné`
        ) : (
          <>
            <DataText>{productName}</DataText>, {CUT_LABELS[cut][locale]}
            <br />
            <TextLink
              to="/legumerie"
              search={{ atelier: workshop.id, onglet: "tracabilite", produit: outputId }}
            >
              {outputCode({ id: outputId, packedOn })}
            </TextLink>
          </>
        ),
    },
    { key: "useBy", header: t`DLC`, numeric: true, cell: ({ useBy }) => <DateText date={useBy} /> },
    {
      key: "batch",
      header: t`Transformé le`,
      numeric: true,
      cell: ({ startedOn }) => <DateText date={startedOn} />,
    },
  ];
}
