import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { IsoDate } from "../../shared/facts.ts";
import type { PeriodKind } from "../../shared/legumerie/indicator-periods.ts";
import {
  PERIOD_KINDS,
  periodAfter,
  periodBefore,
  periodOf,
} from "../../shared/legumerie/indicator-periods.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { indicatorsAsked, KINDS_IN_ADDRESS } from "./indicator-search.ts";
import classes from "./indicators.module.css";
import { periodText } from "./period-text.ts";
import { nameIn, useWorkshopSearch } from "./workshop.ts";

interface IndicatorControlsProps {
  today: IsoDate;
  products: readonly { id: string; name: string; nameEn: string }[];
}

/** The period, the vegetable and the portion: all in the address. */
export function IndicatorControls({ today, products }: IndicatorControlsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { search, change } = useWorkshopSearch();
  const { kind, day, productId, mealGrams } = indicatorsAsked(search, today);
  const period = periodOf(kind, day);
  const [portion, setPortion] = useState(mealGrams === null ? "" : String(mealGrams));
  const kinds: Record<PeriodKind, string> = { week: t`la semaine`, month: t`le mois`, year: t`l'année` };
  const goTo = (from: IsoDate) => change({ jour: from === periodOf(kind, today).from ? undefined : from });
  return (
    <div className={classes.controls} data-no-print>
      <NativeSelect
        label={t`Chiffres pour`}
        value={kind}
        data={PERIOD_KINDS.map((value) => ({ value, label: kinds[value] }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value as PeriodKind;
          change({ par: chosen === "year" ? undefined : KINDS_IN_ADDRESS[chosen] });
        }}
      />
      <div className={classes.steps}>
        <Button variant="default" onClick={() => goTo(periodBefore(kind, period).from)}>
          <Trans>Période précédente</Trans>
        </Button>
        <Button
          variant="default"
          disabled={period.to >= today}
          onClick={() => goTo(periodAfter(kind, period).from)}
        >
          <Trans>Période suivante</Trans>
        </Button>
      </div>
      <NativeSelect
        label={t`Légume`}
        value={productId ?? ""}
        data={[
          { value: "", label: t`tous` },
          ...products.map((product) => ({ value: product.id, label: nameIn(product, locale) })),
        ]}
        onChange={(event) => change({ legume: event.currentTarget.value || undefined })}
      />
      <NumberField
        label={t`Portion d'un repas`}
        placeholder={t`celle du produit`}
        unit="g"
        decimals={0}
        value={portion}
        onChange={(text, grams) => {
          setPortion(text);
          if (grams !== null || text.trim() === "")
            change({ portion: grams || undefined }, { replace: true });
        }}
      />
      <p className={classes.period} aria-live="polite">
        <strong>{periodText(kind, period, locale)}</strong>
      </p>
    </div>
  );
}
