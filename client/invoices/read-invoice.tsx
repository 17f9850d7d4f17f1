import { Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { formatQuantity } from "../../shared/format/measures.ts";
import { formatUnitPrice } from "../../shared/format/money.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { InvoicePurchase } from "../../shared/invoices/purchases.ts";
import { declaredHtCents, purchasesOf, sumOfPurchases } from "../../shared/invoices/purchases.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import classes from "./invoices.module.css";
import { TotalsCheck } from "./totals-check.tsx";

/** The invoice as people read one: who to whom, its lines, its sums. */
export function ReadInvoice({ invoice }: { invoice: Invoice }): React.ReactNode {
  const { t } = useLingui();
  const purchases = purchasesOf(invoice);
  const columns = usePurchaseColumns(purchases);
  const isOfTotals = invoice.lines.every(({ fromTotals }) => fromTotals);
  return (
    <>
      <InvoiceSums invoice={invoice} />
      {!isOfTotals && <TotalsCheck invoice={invoice} />}
      <section className={classes.part}>
        <Title order={2}>
          <Trans>Lignes de la facture</Trans>
        </Title>
        <DataTable
          caption={t`Lignes de la facture`}
          captionHidden
          columns={columns}
          rows={purchases}
          rowKey={(purchase) => purchase.key}
          foldAfter={40}
        />
      </section>
      {isOfTotals && <TotalsCheck invoice={invoice} />}
    </>
  );
}

/** What the document says of itself, at a glance. */
export function InvoiceSums({ invoice }: { invoice: Invoice }): React.ReactNode {
  const { t } = useLingui();
  const { seller, buyer, totals } = invoice;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t`Vendeur`, seller.name ?? "–"],
    [t`SIRET ou SIREN`, seller.siret ?? seller.siren ?? seller.vat ?? "–"],
    [t`Acheteur`, buyer.name ?? "–"],
    [t`Bon de commande`, invoice.orderReference ?? "–"],
    [t`Total HT`, <MoneyText key="exclusive" cents={declaredHtCents(invoice)} />],
    [t`TVA`, <MoneyText key="tax" cents={totals.taxCents} />],
    [t`Total TTC`, <MoneyText key="inclusive" cents={totals.taxInclusiveCents} />],
    [t`Format`, `${invoice.syntax}${invoice.profile === null ? "" : `, ${invoice.profile}`}`],
  ];
  return (
    <section className={classes.part} aria-label={t`La facture en bref`}>
      <dl className={classes.sums}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Quantity and price stand only where the invoice says one: of totals alone, it does not. */
function usePurchaseColumns(purchases: readonly InvoicePurchase[]): Column<InvoicePurchase>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const isDetailed = purchases.some(
    ({ unitCode, unitPriceHtE4 }) => unitCode !== null || unitPriceHtE4 !== null,
  );
  const columns: Column<InvoicePurchase>[] = [
    {
      key: "name",
      header: t`Désignation`,
      cell: ({ name, sellerItemId }) => (
        <>
          {name}
          {sellerItemId !== null && (
            <Text size="sm" c="dimmed">
              {sellerItemId}
            </Text>
          )}
        </>
      ),
      total: t`Total HT`,
    },
    {
      key: "quantity",
      header: t`Quantité`,
      numeric: true,
      cell: ({ quantityMilli, unit, unitCode }) =>
        quantityMilli === null || unit === null
          ? (unitCode ?? "–")
          : formatQuantity({ quantityMilli, unit }, locale),
    },
    {
      key: "price",
      header: t`Prix HT`,
      numeric: true,
      cell: ({ unitPriceHtE4 }) => (unitPriceHtE4 === null ? "–" : formatUnitPrice(unitPriceHtE4, locale)),
    },
    {
      key: "vat",
      header: t`TVA`,
      numeric: true,
      cell: ({ vatBp }) => (vatBp === null ? "–" : formatBasisPoints(vatBp, locale)),
    },
    {
      key: "amount",
      header: t`Montant HT`,
      numeric: true,
      cell: ({ netCents }) => <MoneyText cents={netCents} />,
      total: <MoneyText cents={sumOfPurchases(purchases)} />,
    },
  ];
  return isDetailed ? columns : columns.filter(({ key }) => key !== "quantity" && key !== "price");
}
