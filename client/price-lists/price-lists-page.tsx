import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { IsoDate } from "../../shared/facts.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import { listInForce } from "../../shared/price-lists.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { DateText } from "../ui/values.tsx";
import { AlertsSection } from "./alerts-section.tsx";
import classes from "./price-lists.module.css";

const route = getRouteApi("/layout/fournisseurs/mercuriales");

const ImportDrawer = lazy(() =>
  import("./import-drawer.tsx").then(({ ImportDrawer }) => ({ default: ImportDrawer })),
);
const PriceListDrawer = lazy(() =>
  import("./price-list-drawer.tsx").then(({ PriceListDrawer }) => ({ default: PriceListDrawer })),
);

export type ListedPriceList = RouterOutputs["priceLists"]["list"][number];

/** What suppliers announced, since when, and the prices that left it. */
export function PriceListsPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, holds } = useSession();
  const { liste } = route.useSearch();
  const navigate = route.useNavigate();
  const [importing, setImporting] = useState(false);
  if (canteen === null) {
    return (
      <>
        <PageHeader title={t`Mercuriales`} />
        <NoCanteen>
          <Trans>Les mercuriales se lisent depuis une cantine. Demandez l'accès à la vôtre.</Trans>
        </NoCanteen>
      </>
    );
  }
  const open = (id: string | null): void =>
    void navigate({ search: id === null ? {} : { liste: id }, replace: id === null });
  const add = holds("prices.write") && (
    <Button leftSection={<Icon name="upload" />} onClick={() => setImporting(true)}>
      <Trans>Importer une mercuriale</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t`Mercuriales`}
        lead={
          <Trans>Les prix annoncés par les fournisseurs à votre organisation, et les écarts payés.</Trans>
        }
        actions={add}
      />
      <SectionTabs section="fournisseurs" />
      <Lists canteenId={canteen.id} add={add} />
      <Suspense fallback={null}>
        {importing && (
          <ImportDrawer
            canteenId={canteen.id}
            onClose={() => setImporting(false)}
            onSaved={(id) => {
              setImporting(false);
              open(id);
            }}
          />
        )}
        {liste !== undefined && (
          <PriceListDrawer canteenId={canteen.id} priceListId={liste} onClose={() => open(null)} />
        )}
      </Suspense>
    </>
  );
}

/** The lists, and once there is one, the prices that left it. */
function Lists({ canteenId, add }: { canteenId: string; add: React.ReactNode }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.priceLists.list.queryOptions({ canteenId }));
  const columns = useColumns(query.data ?? []);
  return (
    <>
      <section className={classes.section} aria-labelledby="lists">
        <Title order={2} id="lists" mb="sm">
          <Trans>Listes de prix</Trans>
        </Title>
        <QueryView query={query} lines={6}>
          {(lists) => (
            <DataTable
              caption={t`Listes de prix, la plus récente d'abord`}
              captionHidden
              stacked
              columns={columns}
              rows={lists}
              rowKey={({ id }) => id}
              foldAfter={12}
              download={tableFile("mercuriales", { canteenId })}
              empty={
                <EmptyState title={t`Aucune mercuriale`} action={add}>
                  <Trans>
                    Importez le tarif d'un fournisseur (tableur ou CSV) : chaque prix de commande ou de
                    facture sera comparé à la liste en vigueur ce jour-là.
                  </Trans>
                </EmptyState>
              }
            />
          )}
        </QueryView>
      </section>
      {query.data !== undefined && query.data.length > 0 && <AlertsSection canteenId={canteenId} />}
    </>
  );
}

function useColumns(lists: readonly ListedPriceList[]): Column<ListedPriceList>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const today = readToday();
  return [
    {
      key: "name",
      header: t`Mercuriale`,
      rowHeader: true,
      cell: (list) => (
        <TextLink to="/fournisseurs/mercuriales" search={{ liste: list.id }}>
          <DataText>{list.name}</DataText>
        </TextLink>
      ),
    },
    {
      key: "supplier",
      header: t`Fournisseur`,
      cell: (list) => (
        <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: list.supplierId }}>
          <DataText>{list.supplierName}</DataText>
        </TextLink>
      ),
    },
    { key: "from", header: t`Du`, numeric: true, cell: (list) => <DateText date={list.validFrom} /> },
    {
      key: "to",
      header: t`Au`,
      numeric: true,
      cell: (list) => (list.validTo === null ? <Trans>la suivante</Trans> : <DateText date={list.validTo} />),
    },
    { key: "state", header: t`État`, cell: (list) => <StateText list={list} lists={lists} today={today} /> },
    {
      key: "lines",
      header: t`Articles`,
      numeric: true,
      cell: (list) => formatInteger(list.lines, locale),
    },
  ];
}

function StateText({
  list,
  lists,
  today,
}: {
  list: ListedPriceList;
  lists: readonly ListedPriceList[];
  today: IsoDate;
}): React.ReactNode {
  if (list.validFrom > today) return <Trans>à venir</Trans>;
  const others = lists.filter(({ supplierId }) => supplierId === list.supplierId);
  if (listInForce(others, today)?.id !== list.id)
    return (
      <span className={classes.detail}>
        <Trans>remplacée ou finie</Trans>
      </span>
    );
  return (
    <strong className={classes.inForce}>
      <Icon name="check" size={16} /> <Trans>en vigueur</Trans>
    </strong>
  );
}
