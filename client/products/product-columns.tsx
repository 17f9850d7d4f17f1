import { Trans, useLingui } from "@lingui/react/macro";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import type { ProductSummary } from "../../shared/products.ts";
import { COMPOSITION_LABELS } from "../../shared/products.ts";
import { UNIT_SHORT_LABELS } from "../../shared/quantity.ts";
import { useSession } from "../session-context.tsx";
import type { Column } from "../ui/data-table.tsx";
import { TranslatedName } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { RowActions } from "../ui/row-actions.tsx";
import classes from "./products.module.css";

/** Columns of the list of products; `onEdit` null: the person only reads. */
export function useProductColumns(
  onEdit: ((product: ProductSummary) => void) | null,
): Column<ProductSummary>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const { holds } = useSession();
  const compares = holds("prices.read");
  const columns: Column<ProductSummary>[] = [
    {
      key: "name",
      header: t`Produit`,
      rowHeader: true,
      cell: (row) => {
        const name = <TranslatedName {...row} />;
        return (
          <>
            {compares ? (
              <TextLink to="/comparer" search={{ produit: row.id }}>
                {name}
              </TextLink>
            ) : (
              name
            )}
            {!row.active && (
              <span className={classes.detail}>
                {" "}
                <Trans>(ne sert plus)</Trans>
              </span>
            )}
          </>
        );
      },
    },
    {
      key: "family",
      header: t`Famille`,
      cell: (row) => (row.family === null ? t`Non alimentaire` : FAMILY_SHORT_LABELS[row.family][locale]),
    },
    {
      key: "composition",
      header: t`Composition`,
      cell: (row) => (row.composition === null ? MISSING : COMPOSITION_LABELS[row.composition][locale]),
    },
    { key: "unit", header: t`Unité`, cell: (row) => UNIT_SHORT_LABELS[row.unit][locale] },
    {
      key: "piece",
      header: t`Poids d'une pièce`,
      numeric: true,
      cell: (row) => (row.pieceGrams === null ? MISSING : formatKg(row.pieceGrams, locale)),
    },
    {
      key: "refuse",
      header: t`Perte à la préparation`,
      numeric: true,
      cell: (row) => (row.refuseBp === null ? MISSING : formatBasisPoints(row.refuseBp, locale)),
    },
    { key: "vat", header: t`TVA`, numeric: true, cell: (row) => formatBasisPoints(row.vatBp, locale) },
    {
      key: "suppliers",
      header: t`Fournisseurs`,
      numeric: true,
      cell: (row) => formatInteger(row.suppliers, locale),
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
