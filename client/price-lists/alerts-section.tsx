import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatUnitPrice } from "../../shared/format/money.ts";
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
import { DateText, MoneyText } from "../ui/values.tsx";
import { ChangeText } from "./change-text.tsx";
import classes from "./price-lists.module.css";

type Alerts = RouterOutputs["priceLists"]["alerts"];
type Alert = Alerts["alerts"][number];

/** The canteen's prices that were not those announced for their day. */
export function AlertsSection({ canteenId }: { canteenId: string }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.priceLists.alerts.queryOptions({ canteenId }));
  const columns = useColumns(canteenId);
  return (
    <section className={classes.section} aria-labelledby="alerts">
      <Title order={2} id="alerts" mb="xs">
        <Trans>Prix hors mercuriale</Trans>
      </Title>
      <QueryView query={query} lines={4}>
        {(found) => (
          <>
            <AlertsSum found={found} />
            <DataTable
              caption={t`Lignes dont le prix s'écarte de la mercuriale, la dernière d'abord`}
              captionHidden
              stacked
              columns={columns}
              rows={found.alerts}
              rowKey={({ lineId }) => lineId}
              foldAfter={20}
              download={tableFile("ecarts-mercuriales", { canteenId })}
              empty={
                <EmptyState title={t`Aucun écart`}>
                  <Trans>Sur un an, tous les prix comparables sont ceux des mercuriales.</Trans>
                </EmptyState>
              }
            />
          </>
        )}
      </QueryView>
    </section>
  );
}

function AlertsSum({ found }: { found: Alerts }): React.ReactNode {
  if (found.off === 0) return null;
  return (
    <Text mb="sm">
      <Plural value={found.off} one="# ligne" other="# lignes" />{" "}
      <Trans>
        à un centime ou plus de la liste en vigueur à leur date, sur un an :{" "}
        <strong>
          <MoneyText cents={found.aboveCents} />
        </strong>{" "}
        payés en plus, <MoneyText cents={found.belowCents} /> en moins.
      </Trans>
    </Text>
  );
}

function useColumns(canteenId: string): Column<Alert>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    { key: "date", header: t`Date`, cell: (alert) => <DateText date={alert.date} /> },
    {
      key: "article",
      header: t`Article`,
      rowHeader: true,
      cell: (alert) => (
        <TextLink to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId: alert.orderId }}>
          <DataText>{alert.description}</DataText>
        </TextLink>
      ),
    },
    { key: "supplier", header: t`Fournisseur`, cell: (alert) => <DataText>{alert.supplierName}</DataText> },
    {
      key: "paid",
      header: t`Payé HT`,
      numeric: true,
      cell: (alert) => formatUnitPrice(alert.unitPriceHtE4, locale),
    },
    {
      key: "listed",
      header: t`Annoncé HT`,
      numeric: true,
      cell: (alert) => formatUnitPrice(alert.listedE4, locale),
    },
    {
      key: "gap",
      header: t`Écart`,
      numeric: true,
      cell: (alert) => <ChangeText beforeE4={alert.listedE4} afterE4={alert.unitPriceHtE4} />,
    },
    { key: "list", header: t`Mercuriale`, cell: (alert) => <DataText>{alert.listName}</DataText> },
  ];
}
