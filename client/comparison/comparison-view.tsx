import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { Comparison } from "../../shared/comparison.ts";
import { centsPerKg } from "../../shared/comparison.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText, WeightText } from "../ui/values.tsx";
import classes from "./comparison.module.css";
import { ComparisonCards } from "./comparison-cards.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import type { RowSort } from "./sort-keys.ts";
import { cheapestSuppliers, sortRows } from "./sort-rows.ts";

export interface ComparisonViewProps {
  comparison: Comparison;
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}

/** Narrower, seven columns no longer fit: one card a supplier. */
const WIDE = "(min-width: 70em)";

export function ComparisonView({ comparison, sort, onSort }: ComparisonViewProps): React.ReactNode {
  const { t } = useLingui();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const rows = sortRows(comparison.rows, sort);
  if (rows.length === 0) {
    return (
      <EmptyState title={t`Aucun fournisseur pour ce produit`}>
        <Trans>
          Reliez un article d'un fournisseur à ce produit, ou saisissez une commande : il apparaîtra ici.
        </Trans>
      </EmptyState>
    );
  }
  const list = { comparison, rows, cheapest: cheapestSuppliers(rows), sort, onSort };
  return (
    <section aria-label={t`Comparaison des fournisseurs`}>
      <CurrentPurchases comparison={comparison} />
      <div className={classes.notes}>
        {comparison.current !== null && <EffectNote />}
        <OriginNote />
      </div>
      {wide ? (
        <div className={classes.rows}>
          <ComparisonTable {...list} />
        </div>
      ) : (
        <ComparisonCards {...list} />
      )}
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
          tout ce poids était acheté là au dernier prix.
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
