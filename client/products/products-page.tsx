import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { ProductSummary } from "../../shared/products.ts";
import { MovedReport } from "../moved-report.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { useProductColumns } from "./product-columns.tsx";
import { ProductForm } from "./product-form.tsx";
import classes from "./products.module.css";
import type { ProductsSearch } from "./search.ts";

const route = getRouteApi("/layout/produits");

export function ProductsPage(): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const [form, setForm] = useState<{ id: string; product: ProductSummary | null } | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const writes = holds("catalogue.write");
  return (
    <>
      <PageHeader
        title={t`Produits`}
        lead={
          <Trans>Ce qui s'achète, qui que soit le vendeur : c'est ce que « Comparer » met côte à côte.</Trans>
        }
        actions={
          writes && (
            <Button
              leftSection={<Icon name="plus" />}
              onClick={() => setForm({ id: newId(), product: null })}
            >
              <Trans>Nouveau produit</Trans>
            </Button>
          )
        }
      />
      {moved !== null && <MovedReport moved={moved} onClose={() => setMoved(null)} />}
      <Filters />
      <ProductList onEdit={writes ? (product) => setForm({ id: product.id, product }) : null} />
      <SideDrawer
        title={form?.product === null ? t`Nouveau produit` : t`Modifier le produit`}
        opened={form !== null}
        onClose={() => setForm(null)}
      >
        {form !== null && (
          <ProductForm
            key={form.id}
            id={form.id}
            product={form.product}
            onSaved={(saved) => {
              setForm(null);
              setMoved(saved);
            }}
          />
        )}
      </SideDrawer>
    </>
  );
}

function Filters(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: (now: ProductsSearch) => ProductsSearch): void =>
    void navigate({ search: ({ page: _page, ...now }) => change(now), replace: true });
  return (
    <div className={classes.filters} data-no-print>
      <SearchField
        placeholder={t`Nom du produit`}
        words={search.q ?? ""}
        onSearch={(q) => narrow(({ q: _q, ...now }) => (q === "" ? now : { ...now, q }))}
      />
      <NativeSelect
        label={t`Famille`}
        value={search.famille ?? ""}
        data={[
          { value: "", label: t`Toutes` },
          ...FAMILIES.map((family) => ({ value: family, label: FAMILY_SHORT_LABELS[family][locale] })),
        ]}
        onChange={(event) => {
          const famille = FAMILIES.find((family) => family === event.currentTarget.value);
          narrow(({ famille: _famille, ...now }) => (famille === undefined ? now : { ...now, famille }));
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

function ProductList({ onEdit }: { onEdit: ((product: ProductSummary) => void) | null }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useProductColumns(onEdit);
  const asked = {
    search: search.q ?? "",
    family: search.famille ?? null,
    inactive: search.inactifs ?? false,
  };
  const query = useQuery({
    ...trpc.products.list.queryOptions({ ...asked, page: search.page ?? 1 }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} lines={10}>
      {({ rows, total, page, pageSize }) => (
        <DataTable
          caption={t`Produits`}
          captionHidden
          stacked
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          refreshing={query.isPlaceholderData}
          download={tableFile("produits", asked)}
          page={{ index: page - 1, size: pageSize, total }}
          onPage={(index) => void navigate({ search: (now) => ({ ...now, page: index + 1 }) })}
          empty={
            Object.keys(search).length === 0 ? (
              <EmptyState title={t`Aucun produit pour l'instant`}>
                <Trans>Facultatif pour commander, un produit sert à comparer les fournisseurs au kilo.</Trans>
              </EmptyState>
            ) : (
              <EmptyState title={t`Aucun produit ne correspond`}>
                <Trans>Élargissez les filtres, ou créez le produit qui manque.</Trans>
              </EmptyState>
            )
          }
        />
      )}
    </QueryView>
  );
}
