import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { CATEGORY_LABELS } from "../../shared/categories.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { newId } from "../../shared/ids.ts";
import { ORGANIC_STAGE_LABELS } from "../../shared/offers.ts";
import { UNIT_SHORT_LABELS } from "../../shared/quantity.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { RowActions } from "../ui/row-actions.tsx";
import { Section } from "../ui/section.tsx";
import { OfferForm } from "./offer-form.tsx";
import classes from "./suppliers.module.css";

export type ShownOffer = RouterOutputs["suppliers"]["get"]["offers"][number];

interface ArticlesSectionProps {
  supplier: Supplier;
  offers: readonly ShownOffer[];
  /** By INSEE code. */
  communeNames: Readonly<Record<string, string>>;
  writes: boolean;
}

/** What the supplier sells, as it fills the lines of an order. */
export function ArticlesSection({
  supplier,
  offers,
  communeNames,
  writes,
}: ArticlesSectionProps): React.ReactNode {
  const { t } = useLingui();
  const [form, setForm] = useState<{ id: string; offer: ShownOffer | null } | null>(null);
  const columns = useColumns(communeNames, writes ? (offer) => setForm({ id: offer.id, offer }) : null);
  const add = (
    <Button
      variant="default"
      leftSection={<Icon name="plus" />}
      onClick={() => setForm({ id: newId(), offer: null })}
    >
      <Trans>Ajouter un article</Trans>
    </Button>
  );
  return (
    <Section id="articles" title={t`Articles`} action={writes && offers.length > 0 && add}>
      <DataTable
        stacked
        caption={t`Articles du fournisseur`}
        captionHidden
        columns={columns}
        rows={offers}
        rowKey={(row) => row.id}
        download={tableFile("articles-fournisseur", { id: supplier.id })}
        empty={
          <EmptyState title={t`Aucun article`} action={writes && add}>
            <Trans>
              Un article choisi à la saisie remplit le reste de la ligne : famille, unité, marques, origine.
            </Trans>
          </EmptyState>
        }
      />
      <SideDrawer
        title={form?.offer === null ? t`Ajouter un article` : t`Modifier l'article`}
        opened={form !== null}
        onClose={() => setForm(null)}
      >
        {form !== null && (
          <OfferForm
            key={form.id}
            id={form.id}
            supplier={supplier}
            offer={form.offer}
            onSaved={() => setForm(null)}
          />
        )}
      </SideDrawer>
    </Section>
  );
}

function useColumns(
  communeNames: Readonly<Record<string, string>>,
  onEdit: ((offer: ShownOffer) => void) | null,
): Column<ShownOffer>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<ShownOffer>[] = [
    {
      key: "name",
      header: t`Article`,
      rowHeader: true,
      cell: (row) => (
        <>
          <DataText>{row.name}</DataText>
          {row.code !== null && <span className={classes.detail}> · {row.code}</span>}
          {!row.active && (
            <span className={classes.detail}>
              {" "}
              <Trans>(ne sert plus)</Trans>
            </span>
          )}
        </>
      ),
    },
    {
      key: "product",
      header: t`Produit`,
      cell: (row) =>
        row.productId === null ? (
          <Trans>non relié</Trans>
        ) : (
          <TextLink to="/comparer" search={{ produit: row.productId }}>
            <DataText>{row.productName}</DataText>
          </TextLink>
        ),
    },
    {
      key: "unit",
      header: t`Unité`,
      cell: (row) =>
        row.packGrams === null
          ? UNIT_SHORT_LABELS[row.unit][locale]
          : t`${UNIT_SHORT_LABELS[row.unit][locale]} de ${formatKg(row.packGrams, locale)}`,
    },
    {
      key: "claims",
      header: t`Marques annoncées`,
      cell: (row) =>
        row.claims
          .map((claim) =>
            claim === "BIO" && row.organicStage !== null
              ? ORGANIC_STAGE_LABELS[row.organicStage][locale]
              : CATEGORY_LABELS[claim][locale],
          )
          .join(", ") || "–",
    },
    {
      key: "origin",
      header: t`Produit à`,
      cell: (row) => row.originCommunes.map((code) => communeNames[code] ?? code).join(", ") || "–",
    },
    {
      key: "producer",
      header: t`Producteur`,
      cell: (row) => (row.producerId === row.supplierId ? t`lui-même` : (row.producerName ?? "–")),
    },
    {
      key: "intermediaries",
      header: t`Intermédiaires`,
      numeric: true,
      cell: (row) => (row.intermediaries === null ? "–" : String(row.intermediaries)),
    },
  ];
  if (onEdit === null) return columns;
  return [
    ...columns,
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => <RowActions name={row.name} onEdit={() => onEdit(row)} />,
    },
  ];
}
