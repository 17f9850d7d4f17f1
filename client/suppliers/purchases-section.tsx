import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Reliability } from "../../shared/reliability.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import { MoneyText, MonthText, PercentText } from "../ui/values.tsx";
import classes from "./suppliers.module.css";

type Purchases = RouterOutputs["suppliers"]["purchases"];
type Bought = Purchases["canteens"][number];

/** Twelve months of purchases by canteen and by month, each opening its lines, and how the supplier delivered. */
export function PurchasesSection({ supplierId }: { supplierId: string }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.suppliers.purchases.queryOptions({ id: supplierId }));
  const locale = useLocale();
  return (
    <Section id="purchases" title={t`Douze mois d'achats`}>
      <QueryView query={query} lines={6}>
        {(purchases) => (
          <>
            <Text mb="sm">
              <Trans>
                De {formatMonth(purchases.fromMonth, locale)} à {formatMonth(purchases.toMonth, locale)}.
              </Trans>{" "}
              <ReliabilityText reliability={purchases.reliability} />
            </Text>
            <ByCanteen purchases={purchases} supplierId={supplierId} />
            {purchases.canteens.length > 0 && <ByMonth purchases={purchases} supplierId={supplierId} />}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function ReliabilityText({ reliability }: { reliability: Reliability | null }): React.ReactNode {
  if (reliability === null) return <Trans>Fiabilité : {MISSING}, aucune commande reçue de lui.</Trans>;
  const { served, orders, refusedLines, late } = reliability;
  return (
    <>
      <Trans>
        Fiabilité : <PercentText ratio={served} /> de la valeur commandée a été gardée,
      </Trans>{" "}
      <Plural value={orders} one="sur # réception" other="sur # réceptions" />,{" "}
      <Plural
        value={refusedLines}
        _0="aucune ligne refusée"
        one="# ligne refusée"
        other="# lignes refusées"
      />
      ,{" "}
      {late.denominator === 0 ? (
        <Trans>retards : {MISSING}.</Trans>
      ) : (
        <Trans>
          <Plural value={late.numerator} _0="aucun retard" one="# retard" other="# retards" /> sur{" "}
          {late.denominator}.
        </Trans>
      )}
    </>
  );
}

function ByCanteen({ purchases, supplierId }: { purchases: Purchases; supplierId: string }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { fromMonth: from, toMonth: to } = purchases;
  const columns: Column<Bought>[] = [
    {
      key: "canteen",
      header: t`Cantine`,
      rowHeader: true,
      cell: (row) => (
        <TextLink to="/lignes" search={{ canteen: row.canteenId, supplier: supplierId, from, to }}>
          <DataText>{row.canteenName}</DataText>
        </TextLink>
      ),
      total: t`Total`,
    },
    {
      key: "amount",
      header: t`Achats HT`,
      numeric: true,
      cell: (row) => <MoneyText cents={row.amountCents} />,
      total: <MoneyText cents={purchases.canteens.reduce((sum, row) => sum + row.amountCents, 0)} />,
    },
    {
      key: "share",
      header: t`Part de ses achats`,
      numeric: true,
      cell: (row) => <PercentText ratio={{ numerator: row.amountCents, denominator: row.wholeCents }} />,
    },
    { key: "lines", header: t`Lignes`, numeric: true, cell: (row) => formatInteger(row.lines, locale) },
    { key: "months", header: t`Mois par mois`, cell: (row) => <Months row={row} /> },
  ];
  return (
    <DataTable
      caption={t`Achats par cantine sur douze mois`}
      captionHidden
      stacked
      columns={columns}
      rows={purchases.canteens}
      rowKey={({ canteenId }) => canteenId}
      foldAfter={10}
      download={tableFile("achats-fournisseur", { id: supplierId })}
      empty={
        <EmptyState title={t`Aucun achat`}>
          <Trans>Vos cantines ne lui ont rien acheté sur douze mois.</Trans>
        </EmptyState>
      }
    />
  );
}

function Months({ row }: { row: Bought }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const last = row.months.at(-1);
  if (last === undefined || row.months.length < 2) return null;
  const amount = formatEuros(last.amountCents, locale);
  const month = formatMonth(last.month, locale);
  return (
    <Sparkline
      values={row.months.map(({ amountCents }) => amountCents)}
      label={t`Achats de chaque mois, jusqu'à ${amount} en ${month}`}
      width={110}
      height={24}
    />
  );
}

interface MonthRow {
  month: string;
  amountCents: number;
  canteens: number;
}

function ByMonth({ purchases, supplierId }: { purchases: Purchases; supplierId: string }): React.ReactNode {
  const { t } = useLingui();
  return (
    <div className={classes.months}>
      <DataTable
        caption={t`Achats par mois`}
        columns={[
          {
            key: "month",
            header: t`Mois`,
            rowHeader: true,
            cell: (row) =>
              row.canteens === 0 ? (
                <MonthText month={row.month} />
              ) : (
                <TextLink to="/lignes" search={{ supplier: supplierId, from: row.month, to: row.month }}>
                  <MonthText month={row.month} />
                </TextLink>
              ),
          },
          {
            key: "amount",
            header: t`Achats HT`,
            numeric: true,
            cell: (row) => <MoneyText cents={row.amountCents} />,
          },
          { key: "canteens", header: t`Cantines`, numeric: true, cell: (row) => String(row.canteens) },
        ]}
        rows={monthsOf(purchases)}
        rowKey={({ month }) => month}
        download={tableFile("achats-fournisseur-mois", { id: supplierId })}
      />
    </div>
  );
}

/** Every month of the window, the latest first. */
function monthsOf({ canteens }: Purchases): MonthRow[] {
  const months = new Map<string, MonthRow>();
  for (const { month, amountCents, lines } of canteens.flatMap((canteen) => canteen.months)) {
    const row = months.get(month) ?? { month, amountCents: 0, canteens: 0 };
    months.set(month, {
      month,
      amountCents: row.amountCents + amountCents,
      canteens: row.canteens + (lines > 0 ? 1 : 0),
    });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}
