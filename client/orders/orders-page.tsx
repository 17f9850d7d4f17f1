import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Group, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import { ORDER_KIND_LABELS } from "../../shared/orders.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { useEntriesOf } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton, TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import { DraftsHere } from "./drafts-here.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { OrderStatusBadge } from "./order-status-badge.tsx";
import { OrdersFilters } from "./orders-filters.tsx";
import classes from "./orders-page.module.css";
import type { OrdersSearch } from "./orders-search.ts";
import { useDeleteOrder } from "./use-delete-order.ts";

const route = getRouteApi("/layout/commandes");
const PAGE_SIZE = 50;

type OrderSummary = RouterOutputs["orders"]["list"]["orders"][number];

/** Every order of a canteen, latest first; the address holds the filters. */
export function OrdersPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, canteens, holds } = useSession();
  const search = route.useSearch();
  const chosen = canteens.find(({ id }) => id === search.cantine) ?? canteen;
  return (
    <>
      <PageHeader
        title={t`Commandes`}
        lead={chosen?.name}
        actions={
          <>
            {chosen !== null && <ExportMenu canteenId={chosen.id} />}
            {holds("orders.draft") && (
              <LinkButton to="/saisie" className={classes.new ?? ""} leftSection={<Icon name="plus" />}>
                <Trans>Nouvelle commande</Trans>
              </LinkButton>
            )}
          </>
        }
      />
      {chosen === null ? (
        <NoCanteen>
          <Trans>Votre compte ne lit aucune cantine. Demandez ce droit à l'administrateur.</Trans>
        </NoCanteen>
      ) : (
        <>
          <DraftsHere canteenId={chosen.id} />
          <OrdersFilters key={chosen.id} canteenId={chosen.id} />
          <OrderList canteenId={chosen.id} search={search} />
        </>
      )}
    </>
  );
}

function OrderList({ canteenId, search }: { canteenId: Id; search: OrdersSearch }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const navigate = route.useNavigate();
  const page = (search.page ?? 1) - 1;
  const asked = {
    canteenId,
    supplierId: search.fournisseur ?? null,
    status: search.etat ?? null,
    from: search.du ?? null,
    to: search.au ?? null,
    search: search.q ?? "",
    pageSize: PAGE_SIZE,
  };
  const query = useQuery({
    ...trpc.orders.list.queryOptions({ ...asked, page }),
    placeholderData: keepPreviousData,
  });
  const leaving = useLeavingOrders();
  const list = useRef<HTMLDivElement>(null);
  // The button pressed is gone with its line.
  const columns = useOrderColumns(canteenId, () => list.current?.focus());
  return (
    <QueryView query={query} lines={12}>
      {({ orders, total }) => (
        <div ref={list} tabIndex={-1} className={classes.list}>
          <DataTable
            caption={t`Commandes, la plus récente d'abord`}
            captionHidden
            stacked
            columns={columns}
            rows={orders.filter(({ id }) => !leaving.has(id))}
            rowKey={(order) => order.id}
            page={{ index: page, size: PAGE_SIZE, total }}
            onPage={(index) => void navigate({ search: { ...search, page: index + 1 } })}
            refreshing={query.isPlaceholderData}
            download={tableFile("commandes", asked)}
            empty={
              <EmptyState title={t`Aucune commande`}>
                <Trans>Rien ne correspond à ces filtres. Élargissez-les, ou saisissez une commande.</Trans>
              </EmptyState>
            }
          />
        </div>
      )}
    </QueryView>
  );
}

/** Orders whose deletion waits on this device. */
function useLeavingOrders(): ReadonlySet<Id> {
  const { user } = useSession();
  const last = new Map(useEntriesOf(user.id).map(({ subject, kind }) => [subject, kind]));
  return new Set([...last].filter(([, kind]) => kind === "orders.delete").map(([subject]) => subject));
}

function useOrderColumns(canteenId: Id, onDeleted: () => void): Column<OrderSummary>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const { holds, user } = useSession();
  const waiting = new Map(useEntriesOf(user.id).map(({ subject, state }) => [subject, state.name]));
  const remove = useDeleteOrder(canteenId);
  const frozen = useQuery(useTRPC().declarations.frozenYears.queryOptions({ canteenId })).data ?? [];
  const columns: Column<OrderSummary>[] = [
    {
      key: "supplier",
      header: t`Fournisseur`,
      cell: (order) => (
        <div className={classes.supplier}>
          <TextLink to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId: order.id }}>
            <DataText>{order.supplierName}</DataText>
          </TextLink>
          {waiting.has(order.id) ? (
            <Text span size="sm" className={classes.waiting ?? ""}>
              <Icon name="alert" size={16} />{" "}
              {waiting.get(order.id) === "refused" ? (
                <Trans>Modifiée ici, refusée : ouvrez-la pour la corriger</Trans>
              ) : (
                <Trans>Modifiée ici, en attente d'envoi</Trans>
              )}
            </Text>
          ) : (
            order.status === "ORDERED" &&
            order.kind === "ORDER" &&
            holds("orders.write") && (
              <span data-no-print>
                <ReceiveLink canteenId={canteenId} order={order} />
              </span>
            )
          )}
        </div>
      ),
    },
    {
      key: "orderedOn",
      header: t`Commandé le`,
      cell: (order) => <DateText date={order.orderedOn} />,
      numeric: true,
    },
    {
      key: "deliveredOn",
      header: t`Livré le`,
      cell: (order) => <DateText date={order.deliveredOn} />,
      numeric: true,
    },
    { key: "reference", header: t`Référence`, cell: (order) => order.reference ?? "" },
    {
      key: "status",
      header: t`État`,
      cell: (order) => (
        <>
          <OrderStatusBadge status={order.status} />
          {order.status !== "DRAFT" &&
            frozen.includes(yearOf(order.deliveredOn ?? order.invoicedOn ?? order.orderedOn)) && (
              <Text span size="sm" ml="xs">
                <Icon name="check" size={16} /> <Trans>année déclarée</Trans>
              </Text>
            )}
          {order.kind === "CREDIT_NOTE" && (
            <Text span size="sm" ml="xs">
              {ORDER_KIND_LABELS.CREDIT_NOTE[locale]}
            </Text>
          )}
        </>
      ),
    },
    { key: "lines", header: t`Lignes`, cell: (order) => formatInteger(order.lines, locale), numeric: true },
    {
      key: "amount",
      header: t`Montant HT`,
      cell: (order) => <MoneyText cents={order.amountHtCents} />,
      numeric: true,
    },
  ];
  if (!holds("orders.draft")) return columns;
  columns.push({
    key: "actions",
    header: t`Actions`,
    screenOnly: true,
    cell: (order) => {
      const { supplierName } = order;
      return (
        <Group gap="xs" wrap="nowrap">
          <TextLink
            to="/saisie"
            search={{ copie: order.id }}
            aria-label={t`Refaire la commande à ${supplierName}`}
            size="sm"
          >
            <Trans>Refaire</Trans>
          </TextLink>
          {(order.status === "DRAFT" || holds("orders.write")) && (
            <ActionIcon
              aria-label={t`Supprimer la commande à ${supplierName}`}
              onClick={() => remove(order, onDeleted)}
            >
              <Icon name="trash" />
            </ActionIcon>
          )}
        </Group>
      );
    },
  });
  return columns;
}

/** Goods ordered are expected: the way to say that they came, first in its line on a phone too. */
function ReceiveLink({ canteenId, order }: { canteenId: Id; order: OrderSummary }): React.ReactNode {
  const { t } = useLingui();
  const { supplierName } = order;
  return (
    <LinkButton
      to="/commandes/$canteenId/$orderId"
      params={{ canteenId, orderId: order.id }}
      search={{ reception: true }}
      variant="light"
      size="compact-sm"
      leftSection={<Icon name="check" size={16} />}
      aria-label={t`Réceptionner la commande à ${supplierName}`}
    >
      <Trans>Réceptionner</Trans>
    </LinkButton>
  );
}
