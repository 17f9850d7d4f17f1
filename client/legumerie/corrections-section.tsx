import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatKg } from "../../shared/format/measures.ts";
import type { CorrectionPart } from "../../shared/legumerie/corrections.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText } from "../ui/values.tsx";
import type { Workshop } from "./workshop.ts";

/** What was put right, when and why: the ledger's own memory. */
export function CorrectionsSection({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const query = useQuery(useTRPC().legumerieLedger.corrections.queryOptions({ legumerieId: workshop.id }));
  const parts: Record<CorrectionPart, string> = {
    LOT: t`reçu`,
    INPUT: t`entré`,
    OUTPUT: t`produit`,
    LOSS: t`perdu`,
    DISPOSAL: t`sorti du stock`,
  };
  const signed = (grams: number) => `${grams > 0 ? "+" : "−"}${formatKg(Math.abs(grams), locale)}`;
  return (
    <section aria-labelledby="corrections">
      <Title order={2} id="corrections" mb="sm">
        <Trans>Dernières corrections</Trans>
      </Title>
      <QueryView query={query} lines={3}>
        {(corrections) => (
          <DataTable
            caption={t`Corrections du registre`}
            captionHidden
            stacked
            foldAfter={10}
            columns={[
              { key: "day", header: t`Le`, cell: ({ correctedOn }) => <DateText date={correctedOn} /> },
              {
                key: "reason",
                header: t`Raison`,
                rowHeader: true,
                cell: ({ reason }) => <DataText>{reason}</DataText>,
              },
              {
                key: "lines",
                header: t`Ce qui change`,
                cell: ({ lines }) =>
                  lines.map((line) => (
                    <div key={`${line.part} ${line.batchId} ${line.subjectId}`}>
                      {parts[line.part]} {signed(line.grams)} (…{line.subjectId.slice(-4).toUpperCase()})
                    </div>
                  )),
              },
            ]}
            rows={corrections}
            rowKey={({ id }) => id}
            empty={
              <p>
                <Trans>Aucune pesée n'a été corrigée.</Trans>
              </p>
            }
          />
        )}
      </QueryView>
    </section>
  );
}
