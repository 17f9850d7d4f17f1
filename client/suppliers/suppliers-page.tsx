import { DataText } from "../ui/data-text.tsx";
import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { formatInteger } from "../../shared/format/numbers.ts";
import { economyOf, insertionsOf } from "../../shared/social-statuses.ts";
import { PROOF_FILTERS, SUPPLIER_KIND_LABELS, SUPPLIER_KINDS } from "../../shared/supplier-kinds.ts";
import type { SupplierSummary } from "../../shared/suppliers.ts";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { ProofSumText } from "./proof-sum.tsx";
import type { SuppliersSearch } from "./search.ts";
import { SupplierForm } from "./supplier-form.tsx";
import classes from "./suppliers.module.css";

const route = getRouteApi("/layout/fournisseurs");

export function SuppliersPage(): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader
        title={t`Fournisseurs`}
        lead={<Trans>Qui vend, où il produit, et les preuves qui font compter ses produits.</Trans>}
        actions={
          holds("catalogue.write") && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setCreating(true)}>
              <Trans>Nouveau fournisseur</Trans>
            </Button>
          )
        }
      />
      <SectionTabs section="fournisseurs" />
      <Filters />
      <SupplierList />
      <SideDrawer title={t`Nouveau fournisseur`} opened={creating} onClose={() => setCreating(false)}>
        <SupplierForm
          supplier={null}
          onSaved={({ id }) => void navigate({ to: "/fournisseurs/$supplierId", params: { supplierId: id } })}
        />
      </SideDrawer>
    </>
  );
}

function Filters(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: (now: SuppliersSearch) => SuppliersSearch): void =>
    void navigate({ search: ({ page: _page, ...now }) => change(now), replace: true });
  const proofLabels = { expired: t`Preuve expirée`, expiring: t`Expire bientôt`, none: t`Sans preuve` };
  return (
    <div className={classes.filters} data-no-print>
      <SearchField
        placeholder={t`Nom ou SIRET`}
        words={search.q ?? ""}
        onSearch={(q) => narrow(({ q: _q, ...now }) => (q === "" ? now : { ...now, q }))}
      />
      <NativeSelect
        label={t`Type`}
        value={search.type ?? ""}
        data={[
          { value: "", label: t`Tous` },
          ...SUPPLIER_KINDS.map((kind) => ({ value: kind, label: SUPPLIER_KIND_LABELS[kind][locale] })),
        ]}
        onChange={(event) => {
          const type = SUPPLIER_KINDS.find((kind) => kind === event.currentTarget.value);
          narrow(({ type: _type, ...now }) => (type === undefined ? now : { ...now, type }));
        }}
      />
      <NativeSelect
        label={t`Preuves`}
        value={search.preuves ?? ""}
        data={[
          { value: "", label: t`Toutes` },
          ...PROOF_FILTERS.map((filter) => ({ value: filter, label: proofLabels[filter] })),
        ]}
        onChange={(event) => {
          const preuves = PROOF_FILTERS.find((filter) => filter === event.currentTarget.value);
          narrow(({ preuves: _preuves, ...now }) => (preuves === undefined ? now : { ...now, preuves }));
        }}
      />
      <Checkbox
        label={t`Montrer aussi ceux qui ne servent plus`}
        checked={search.inactifs === true}
        onChange={(event) => {
          const shown = event.currentTarget.checked;
          narrow(({ inactifs: _inactifs, ...now }) => (shown ? { ...now, inactifs: true } : now));
        }}
      />
    </div>
  );
}

function SupplierList(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const asked = {
    search: search.q ?? "",
    kind: search.type ?? null,
    proofs: search.preuves ?? null,
    inactive: search.inactifs ?? false,
  };
  const query = useQuery({
    ...trpc.suppliers.list.queryOptions({ ...asked, page: search.page ?? 1 }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} lines={10}>
      {({ rows, total, page, pageSize }) => (
        <DataTable
          caption={t`Fournisseurs`}
          captionHidden
          stacked
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          refreshing={query.isPlaceholderData}
          download={tableFile("repertoire-fournisseurs", asked)}
          page={{ index: page - 1, size: pageSize, total }}
          onPage={(index) => void navigate({ search: (now) => ({ ...now, page: index + 1 }) })}
          empty={
            Object.keys(search).length === 0 ? (
              <EmptyState title={t`Aucun fournisseur pour l'instant`}>
                <Trans>
                  Créez le premier : une commande se passe à un fournisseur, et ses preuves font compter les
                  lignes.
                </Trans>
              </EmptyState>
            ) : (
              <EmptyState title={t`Aucun fournisseur ne correspond`}>
                <Trans>Élargissez les filtres, ou créez le fournisseur qui manque.</Trans>
              </EmptyState>
            )
          }
        />
      )}
    </QueryView>
  );
}

function useColumns(): Column<SupplierSummary>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "name",
      header: t`Nom`,
      rowHeader: true,
      cell: (row) => (
        <div className={classes.name}>
          <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: row.id }}>
            <DataText>{row.name}</DataText>
          </TextLink>
          {!row.active && (
            <span className={classes.detail}>
              {" "}
              <Trans>(ne sert plus)</Trans>
            </span>
          )}
        </div>
      ),
    },
    { key: "proofs", header: t`Preuves à ce jour`, cell: (row) => <ProofSumText sum={row.proofs} /> },
    { key: "kind", header: t`Type`, cell: (row) => SUPPLIER_KIND_LABELS[row.kind][locale] },
    { key: "place", header: t`Produit à`, cell: (row) => row.productionCommuneName ?? "–" },
    {
      key: "status",
      header: t`Économie sociale`,
      cell: (row) =>
        [...insertionsOf(row.statuses), economyOf(row.statuses)].filter(Boolean).join(" · ") || "–",
    },
    {
      key: "articles",
      header: t`Articles`,
      numeric: true,
      cell: (row) => formatInteger(row.articles, locale),
    },
  ];
}
