import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MISSING } from "../../shared/format/ratios.ts";
import { lotCode } from "../../shared/legumerie/codes.ts";
import { LOT_STAGE_LABELS } from "../../shared/legumerie.ts";
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

type Step = RouterOutputs["legumerie"]["traceOutput"][number];

/** Every received lot and producer a finished product holds some of. */
export function BackwardChain({
  workshop,
  outputId,
}: {
  workshop: Workshop;
  outputId: string;
}): React.ReactNode {
  const { t } = useLingui();
  const columns = useColumns(workshop);
  const query = useQuery(
    useTRPC().legumerie.traceOutput.queryOptions({ legumerieId: workshop.id, outputId }),
  );
  const code = outputId.slice(-4).toUpperCase();
  return (
    <section aria-labelledby="backward">
      <Title order={2} id="backward" mb="xs">
        <Trans>D'où vient le produit fini …{code}</Trans>
      </Title>
      <QueryView query={query} lines={6}>
        {(steps) => (
          <DataTable
            stacked
            caption={t`Du produit fini aux producteurs`}
            captionHidden
            columns={columns}
            rows={steps}
            rowKey={({ lotId }) => lotId}
          />
        )}
      </QueryView>
    </section>
  );
}

function useColumns(workshop: Workshop): Column<Step>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "producer",
      header: t`Producteur`,
      cell: ({ producerName, producerSiret, communeName }) => (
        <>
          <DataText>{producerName}</DataText>
          <br />
          <span className={classes.detail}>
            {[communeName ?? t`commune à vérifier`, producerSiret].filter(Boolean).join(" · ")}
          </span>
        </>
      ),
    },
    {
      key: "lot",
      header: t`Lot reçu`,
      cell: (step) => (
        <TextLink to="/legumerie" search={{ atelier: workshop.id, onglet: "tracabilite", lot: step.lotId }}>
          {lotCode({ id: step.lotId, receivedOn: step.receivedOn })}
        </TextLink>
      ),
    },
    {
      key: "supplierLot",
      header: t`Lot du producteur`,
      cell: ({ supplierLot }) => supplierLot ?? MISSING,
    },
    { key: "product", header: t`Légume`, cell: ({ productName }) => <DataText>{productName}</DataText> },
    {
      key: "organic",
      header: t`Bio`,
      cell: ({ organicStage }) => (organicStage === null ? t`non` : LOT_STAGE_LABELS[organicStage][locale]),
    },
    {
      key: "received",
      header: t`Reçu le`,
      numeric: true,
      cell: ({ receivedOn }) => <DateText date={receivedOn} />,
    },
    {
      key: "used",
      header: t`Poids utilisé`,
      numeric: true,
      cell: ({ usedGrams }) => <WeightText grams={usedGrams} />,
    },
  ];
}
