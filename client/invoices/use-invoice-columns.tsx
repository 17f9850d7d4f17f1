import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Id } from "../../shared/ids.ts";
import { ORDER_KIND_LABELS } from "../../shared/orders.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, MoneyText } from "../ui/values.tsx";
import { InvoiceStateBadge } from "./invoice-state-badge.tsx";
import classes from "./invoices.module.css";

export type InvoiceSummary = RouterOutputs["invoices"]["list"]["invoices"][number];

/** The columns of the list of documents. */
export function useInvoiceColumns(canteenId: Id): Column<InvoiceSummary>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "number",
      header: t`Numéro`,
      cell: (invoice) => (
        <>
          <TextLink
            to="/factures/$canteenId/$invoiceId"
            params={{ canteenId, invoiceId: invoice.id }}
            className={classes.number ?? ""}
          >
            {invoice.number ?? invoice.fileName}
          </TextLink>
          {invoice.kind === "CREDIT_NOTE" && (
            <Text span size="sm" ml="xs">
              {ORDER_KIND_LABELS.CREDIT_NOTE[locale]}
            </Text>
          )}
        </>
      ),
    },
    {
      key: "supplier",
      header: t`Fournisseur`,
      cell: (invoice) => <DataText>{invoice.supplierName ?? invoice.sellerName ?? "–"}</DataText>,
    },
    { key: "date", header: t`Date`, cell: (invoice) => <DateText date={invoice.issuedOn} />, numeric: true },
    {
      key: "exclusive",
      header: t`Total HT`,
      cell: (invoice) => <MoneyText cents={invoice.taxExclusiveCents} />,
      numeric: true,
    },
    {
      key: "inclusive",
      header: t`Total TTC`,
      cell: (invoice) => <MoneyText cents={invoice.taxInclusiveCents} />,
      numeric: true,
    },
    { key: "state", header: t`État`, cell: (invoice) => <InvoiceStateBadge state={invoice.state} /> },
    {
      key: "difference",
      header: t`Écart HT`,
      cell: (invoice) => <Difference invoice={invoice} />,
      numeric: true,
    },
  ];
}

/** Once recorded, what was recorded beside what is declared; before, what the lines add up to. */
function Difference({ invoice }: { invoice: InvoiceSummary }): React.ReactNode {
  const cents = invoice.differenceCents ?? invoice.gapCents;
  if (invoice.kind === null) return "–";
  return (
    <span className={cents === 0 ? undefined : classes.differs}>
      <MoneyText cents={cents} />
    </span>
  );
}
