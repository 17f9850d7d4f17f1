import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { formatDay } from "../../shared/format/dates.ts";
import { formatWholeKm } from "../../shared/format/measures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { GroupedSupplier, NamedNeighbour } from "../../shared/grouped-orders.ts";
import {
  missingToMinimum,
  NEIGHBOUR_KM,
  roundNames,
  seenTotal,
  USUAL_NEIGHBOUR_KM,
} from "../../shared/grouped-orders.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { MoneyText } from "../ui/values.tsx";
import classes from "./grouped-orders.module.css";

const route = getRouteApi("/layout/comparer/groupees");

/** Which neighbours order from the same supplier this week, what is missing to its minimum, and one round for all. */
export function GroupedPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen } = useSession();
  const { km = USUAL_NEIGHBOUR_KM } = route.useSearch();
  const navigate = route.useNavigate();
  const title = t`Commandes groupées`;
  if (canteen === null) {
    return (
      <>
        <PageHeader title={title} />
        <NoCanteen>
          <Trans>On se groupe autour d'une cantine. Demandez l'accès à la vôtre.</Trans>
        </NoCanteen>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        lead={<Trans>Qui commande cette semaine aux mêmes fournisseurs, autour de {canteen.name}.</Trans>}
      />
      <SectionTabs section="comparer" />
      <NativeSelect
        className={classes.radius ?? ""}
        label={t`Voisines à moins de`}
        value={String(km)}
        data={NEIGHBOUR_KM.map((one) => ({ value: String(one), label: t`${one} km` }))}
        onChange={(event) =>
          void navigate({ search: { km: Number(event.currentTarget.value) }, replace: true })
        }
        data-no-print
      />
      <Groups canteenId={canteen.id} radiusKm={km} />
    </>
  );
}

function Groups({ canteenId, radiusKm }: { canteenId: string; radiusKm: number }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.groupedOrders.week.queryOptions({ canteenId, radiusKm }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} lines={8}>
      {({ from, to, sharesNames, suppliers }) => (
        <>
          <Text mb="md">
            <Trans>
              Brouillons et commandes envoyées du {formatDay(from, locale)} au {formatDay(to, locale)}.
            </Trans>{" "}
            {sharesNames ? (
              <Trans>
                Une cantine que vous ne pouvez pas lire est nommée, comme votre organisation l'a choisi ; ses
                montants ne sont ni montrés ni comptés.
              </Trans>
            ) : (
              <Trans>
                Une cantine que vous ne pouvez pas lire est comptée, jamais nommée ; ses montants n'entrent
                dans aucun total.
              </Trans>
            )}
          </Text>
          <DataTable
            caption={t`Fournisseurs commandés cette semaine`}
            captionHidden
            stacked
            foldAfter={15}
            columns={[
              {
                key: "supplier",
                header: t`Fournisseur`,
                rowHeader: true,
                cell: (row) => (
                  <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: row.supplierId }}>
                    <DataText>{row.supplierName}</DataText>
                  </TextLink>
                ),
              },
              { key: "orders", header: t`Qui commande`, cell: (row) => <Orders row={row} /> },
              {
                key: "total",
                header: t`Ensemble HT`,
                numeric: true,
                cell: (row) => <TotalText row={row} />,
              },
              { key: "minimum", header: t`Minimum`, cell: (row) => <MinimumText row={row} /> },
              ...(suppliers.some(({ round }) => round !== null)
                ? [
                    {
                      key: "round",
                      header: t`Tournée proposée`,
                      cell: (row: GroupedSupplier) => <RoundText row={row} />,
                    },
                  ]
                : []),
            ]}
            rows={suppliers}
            rowKey={({ supplierId }) => supplierId}
            download={tableFile("commandes-groupees", { canteenId, radiusKm })}
            empty={
              <EmptyState
                title={t`Aucune commande en cours`}
                action={
                  <LinkButton to="/saisie">
                    <Trans>Préparer une commande</Trans>
                  </LinkButton>
                }
              >
                <Trans>
                  Dès qu'une commande est en brouillon ou envoyée cette semaine, elle apparaît ici.
                </Trans>
              </EmptyState>
            }
          />
        </>
      )}
    </QueryView>
  );
}

function TotalText({ row }: { row: GroupedSupplier }): React.ReactNode {
  const cents = seenTotal(row);
  if (cents === null) return MISSING;
  return row.others > 0 ? (
    <Trans>
      au moins <MoneyText cents={cents} />
    </Trans>
  ) : (
    <MoneyText cents={cents} />
  );
}

function Orders({ row: { orders, others, named } }: { row: GroupedSupplier }): React.ReactNode {
  const unnamed = others - named.length;
  return (
    <ul className={classes.orders}>
      {orders.map((order) => (
        <li key={order.canteenId}>
          <DataText>{order.canteenName}</DataText> : <MoneyText cents={order.amountHtCents} />
          <Away from={order} />
        </li>
      ))}
      {named.map((neighbour) => (
        <li key={neighbour.canteenId}>
          <DataText>{neighbour.canteenName}</DataText>
          <Away from={neighbour} />
        </li>
      ))}
      {unnamed > 0 && (
        <li>
          <Plural value={unnamed} one="# autre cantine voisine" other="# autres cantines voisines" />
        </li>
      )}
    </ul>
  );
}

function Away({ from: { distanceM } }: { from: NamedNeighbour }): React.ReactNode {
  const locale = useLocale();
  if (distanceM === null || distanceM === 0) return null;
  return <span className={classes.detail}> ({formatWholeKm(distanceM, locale)})</span>;
}

function MinimumText({ row }: { row: GroupedSupplier }): React.ReactNode {
  const { minimumHtCents, others } = row;
  const missing = missingToMinimum(row);
  if (minimumHtCents === null || missing === null) return MISSING;
  return (
    <div className={classes.minimum}>
      <MoneyText cents={minimumHtCents} />
      {missing > 0 ? (
        <strong>
          {others > 0 ? (
            <Trans>
              il manque au plus <MoneyText cents={missing} />
            </Trans>
          ) : (
            <Trans>
              il manque <MoneyText cents={missing} />
            </Trans>
          )}
        </strong>
      ) : (
        <span className={classes.met}>
          <Trans>atteint ensemble</Trans>
        </span>
      )}
    </div>
  );
}

function RoundText({ row }: { row: GroupedSupplier }): React.ReactNode {
  const locale = useLocale();
  const { round } = row;
  if (round === null) return MISSING;
  return (
    <>
      <DataText>{roundNames(row).join(" → ")}</DataText>
      <span className={classes.detail}>
        {" "}
        <Trans>({formatWholeKm(round.metres, locale)} à vol d'oiseau, de proche en proche)</Trans>
      </span>
    </>
  );
}
