import { Trans, useLingui } from "@lingui/react/macro";
import { formatInteger } from "../../shared/format/numbers.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { Section } from "../ui/section.tsx";
import { MoneyText } from "../ui/values.tsx";

type Spend = NonNullable<RouterOutputs["suppliers"]["get"]["spend"]>;

/** What the person's canteens bought there, by civil year. */
export function SpendSection({ spend, supplierId }: { spend: Spend; supplierId: string }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <Section id="spend" title={t`Achats de vos cantines, année par année`}>
      <DataTable
        caption={t`Achats par année, hors taxes`}
        captionHidden
        columns={[
          { key: "year", header: t`Année`, rowHeader: true, cell: (row) => String(row.year) },
          {
            key: "amount",
            header: t`Montant HT`,
            numeric: true,
            cell: (row) => <MoneyText cents={row.amountCents} />,
          },
          { key: "lines", header: t`Lignes`, numeric: true, cell: (row) => formatInteger(row.lines, locale) },
          {
            key: "canteens",
            header: t`Cantines`,
            numeric: true,
            cell: (row) => formatInteger(row.canteens, locale),
          },
        ]}
        rows={spend}
        rowKey={(row) => String(row.year)}
        download={tableFile("annees-fournisseur", { id: supplierId })}
        empty={
          <EmptyState title={t`Aucun achat`}>
            <Trans>Vos cantines n'ont encore rien acheté à ce fournisseur.</Trans>
          </EmptyState>
        }
      />
    </Section>
  );
}
