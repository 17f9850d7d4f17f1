import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Comparison } from "../../shared/comparison.ts";
import { GAMME_SHORT_LABELS } from "../../shared/gammes.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import classes from "./comparison.module.css";

interface ComparisonChoicesProps {
  comparison: Comparison;
  /** The form shown alone; null: all. */
  formId: string | null;
  onForm: (productId: string | null) => void;
  portionGrams: number | null;
  onPortion: (grams: number) => void;
}

/** Which forms of the food stand side by side, and how much of it is on a plate. */
export function ComparisonChoices(props: ComparisonChoicesProps): React.ReactNode {
  const { comparison, formId, onForm, portionGrams, onPortion } = props;
  const { t } = useLingui();
  const locale = useLocale();
  const [portion, setPortion] = useState(portionGrams === null ? "" : String(portionGrams));
  const { products } = comparison;
  return (
    <div className={classes.choices} data-no-print>
      {products.length > 1 && (
        <NativeSelect
          className={classes.form}
          label={t`Formes comparées`}
          value={formId ?? ""}
          data={[
            { value: "", label: t`Toutes, au kilo mangé (${products.length})` },
            ...products.map(({ id, name, nameEn, gamme }) => {
              const own = locale === "en" && nameEn !== "" ? nameEn : name;
              return {
                value: id,
                label: gamme === null ? own : `${own} (${GAMME_SHORT_LABELS[gamme][locale]})`,
              };
            }),
          ]}
          onChange={(event) => onForm(event.currentTarget.value === "" ? null : event.currentTarget.value)}
        />
      )}
      <NumberField
        className={classes.portion}
        label={t`Portion dans l'assiette`}
        unit="g"
        decimals={0}
        value={portion}
        description={
          comparison.portion?.usual === true ? (
            <Trans>Grammage usuel de la famille, à confirmer</Trans>
          ) : (
            <Trans>Celle du produit, modifiable ici</Trans>
          )
        }
        onChange={(text, grams) => {
          setPortion(text);
          if (grams !== null && grams > 0) onPortion(grams);
        }}
      />
    </div>
  );
}
