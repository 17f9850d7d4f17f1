import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import type { Comparison } from "../../shared/comparison.ts";
import { centsPerKg } from "../../shared/comparison.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import type { TableInput } from "../table-file.ts";
import { tableFile } from "../table-file.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { TableDownload } from "../ui/table-download.tsx";
import { MoneyText, WeightText, WholeWeightText } from "../ui/values.tsx";
import type { ComparedRow } from "./compared-rows.ts";
import { comparedRows } from "./compared-rows.ts";
import classes from "./comparison.module.css";
import { ComparisonCards } from "./comparison-cards.tsx";
import { ComparisonChoices } from "./comparison-choices.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import type { RowSort } from "./sort-keys.ts";
import { DEFAULT_SORT, DEFAULT_SORT_OF_FORMS } from "./sort-keys.ts";
import { cheapestRows, sortRows } from "./sort-rows.ts";

const PriceHistory = lazy(() =>
  import("./price-history.tsx").then(({ PriceHistory }) => ({ default: PriceHistory })),
);

export interface ComparisonViewProps {
  comparison: Comparison;
  asked: TableInput<"comparer">;
  /** The form shown alone; null: all. */
  formId: string | null;
  onForm: (productId: string | null) => void;
  /** Chosen here; null: the product's own. */
  portionGrams: number | null;
  onPortion: (grams: number) => void;
  /** Null: the usual order. */
  sort: RowSort | null;
  onSort: (sort: RowSort) => void;
}

/** Narrower, eight columns no longer fit: one card a supplier. */
const WIDE = "(min-width: 80em)";

export function ComparisonView(props: ComparisonViewProps): React.ReactNode {
  const { comparison, formId, onSort } = props;
  const { t } = useLingui();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const [history, setHistory] = useState<ComparedRow | null>(null);
  const several = formId === null && comparison.products.length > 1;
  const sort = props.sort ?? (several ? DEFAULT_SORT_OF_FORMS : DEFAULT_SORT);
  const rows = sortRows(comparedRows(comparison, formId), sort);
  const portionGrams = props.portionGrams ?? comparison.portion?.grams ?? null;
  if (comparison.rows.length === 0) {
    return (
      <EmptyState title={t`Aucun fournisseur pour ce produit`}>
        <Trans>
          Reliez un article d'un fournisseur à ce produit, ou saisissez une commande : il apparaîtra ici.
        </Trans>
      </EmptyState>
    );
  }
  const list = {
    comparison,
    rows,
    cheapest: cheapestRows(rows, "price"),
    cheapestEdible: cheapestRows(rows, "edible"),
    portionGrams,
    sort,
    onSort,
    onHistory: setHistory,
  };
  return (
    <section aria-label={t`Comparaison des fournisseurs`}>
      <ComparisonChoices
        key={comparison.products[0]?.id}
        comparison={comparison}
        formId={formId}
        onForm={props.onForm}
        portionGrams={portionGrams}
        onPortion={props.onPortion}
      />
      <CurrentPurchases comparison={comparison} />
      <div className={classes.notes}>
        {comparison.current !== null && <EffectNote />}
        <EdibleNote />
        <OriginNote />
      </div>
      {wide ? (
        <div className={classes.rows}>
          <ComparisonTable {...list} />
        </div>
      ) : (
        <ComparisonCards {...list} />
      )}
      <TableDownload
        of={t`Comparaison des fournisseurs`}
        {...tableFile("comparer", props.asked, {
          product: formId ?? undefined,
          portion: portionGrams === null ? undefined : String(portionGrams),
        })}
      />
      {rows.length === 0 && (
        <Text>
          <Trans>Personne ne vend cette forme : revenez à toutes les formes.</Trans>
        </Text>
      )}
      <Suspense fallback={null}>
        {history !== null && (
          <PriceHistory
            row={history}
            onClose={() => setHistory(null)}
            download={tableFile("historique-prix", props.asked, {
              product: history.productId,
              supplier: history.supplierId,
            })}
          />
        )}
      </Suspense>
    </section>
  );
}

function CurrentPurchases({ comparison: { current, window } }: { comparison: Comparison }): React.ReactNode {
  const since = formatMonth(window.fromMonth, useLocale());
  if (current === null) {
    return (
      <Text mb="md">
        <Trans>
          Depuis {since}, la cantine n'en a pas acheté au poids : l'effet d'un choix ne se calcule pas.
        </Trans>
      </Text>
    );
  }
  return (
    <Text mb="md">
      <Trans>
        Depuis {since}, la cantine en a acheté{" "}
        <strong>
          <WeightText grams={current.weightGrams} />
        </strong>{" "}
        pour{" "}
        <strong>
          <MoneyText cents={current.amountCents} />
        </strong>{" "}
        HT
      </Trans>
      {current.amountCents > 0 && (
        <>
          {" "}
          <Trans>
            (<MoneyText cents={centsPerKg(current)} /> le kilo en moyenne)
          </Trans>
        </>
      )}
      {current.edibleGrams !== null && current.edibleGrams !== current.weightGrams && (
        <>
          ,{" "}
          <Trans>
            soit environ <WholeWeightText grams={current.edibleGrams} /> mangés
          </Trans>
        </>
      )}
      , <Plural value={current.lines} one="en # ligne" other="en # lignes" />.
    </Text>
  );
}

function EffectNote(): React.ReactNode {
  return (
    <Text size="sm" className={classes.note} role="note">
      <Icon name="info" size={18} />
      <span>
        <Trans>
          « Ce que ce choix change » : la dépense et les taux prouvés de la cantine sur ces douze mois, si
          autant dans l'assiette était acheté là au dernier prix.
        </Trans>
      </span>
    </Text>
  );
}

/** How raw, ready to use and frozen come to one scale, and what reliability counts. */
function EdibleNote(): React.ReactNode {
  return (
    <Text size="sm" className={classes.note} role="note">
      <Icon name="info" size={18} />
      <span>
        <Trans>
          « Au kilo mangé » : le prix divisé par la part qui reste après épluchage et parage (référence USDA
          SR28 de la fiche produit, à 10 points près). « Fiabilité » : ce qui a été gardé de ce qui était
          commandé, en valeur, sur les commandes reçues par vos cantines en douze mois.
        </Trans>
      </span>
    </Text>
  );
}

/** The law, beside the distance it is about. */
function OriginNote(): React.ReactNode {
  return (
    <Text size="sm" className={classes.note} role="note">
      <Icon name="info" size={18} />
      <span>
        <Trans>
          L'origine géographique peut être mesurée mais ne peut pas être un critère d'attribution (code de la
          commande publique, R2111-7). Distances à vol d'oiseau jusqu'au lieu de production.
        </Trans>
      </span>
    </Text>
  );
}
