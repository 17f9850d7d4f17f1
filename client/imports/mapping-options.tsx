import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import { DATE_ORDERS } from "../../shared/table-mapping/mapping.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";
import { TARGET_LABELS } from "../../shared/table-mapping/targets.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";
import { isFromColumn } from "./mapping-choices.ts";

interface MappingOptionsProps {
  mapping: TableMapping;
  onChange: (mapping: TableMapping) => void;
}

/** Fields that people often write on the first row of a group only. */
const FILLED_DOWN: readonly TargetField[] = ["date", "fournisseur", "reference", "famille_produits"];

/** How dates, numbers, totals and cells left empty are read: rarely changed. */
export function MappingOptions({ mapping, onChange }: MappingOptionsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  // What turns every date of the file is not left unseen.
  const [isUnusual] = useState(mapping.dateOrder !== "DMY");
  return (
    <details className={classes.options} open={isUnusual}>
      <summary>
        <Trans>Dates, nombres, totaux</Trans>
      </summary>
      <div className={classes.fields}>
        <NativeSelect
          label={t`Dates écrites en chiffres`}
          value={mapping.dateOrder}
          data={[
            { value: "DMY", label: t`jour, mois, année` },
            { value: "MDY", label: t`mois, jour, année` },
          ]}
          onChange={({ currentTarget: { value } }) => {
            const dateOrder = DATE_ORDERS.find((order) => order === value);
            if (dateOrder !== undefined) onChange({ ...mapping, dateOrder });
          }}
        />
        <NativeSelect
          label={t`1.234 ou 1,234`}
          value={mapping.decimalMark ?? ""}
          data={[
            { value: "", label: t`le signe est la décimale` },
            { value: ",", label: t`la virgule est la décimale` },
            { value: ".", label: t`le point est la décimale` },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...mapping, decimalMark: value === "," || value === "." ? value : null })
          }
        />
      </div>
      <div className={classes.choices}>
        <Checkbox
          label={<Trans>Laisser de côté les lignes de totaux et de titres</Trans>}
          checked={mapping.skipTotals}
          onChange={({ currentTarget }) => onChange({ ...mapping, skipTotals: currentTarget.checked })}
        />
        {FILLED_DOWN.filter((field) => isFromColumn(mapping, field)).map((field) => (
          <Checkbox
            key={field}
            label={<Trans>{TARGET_LABELS[field][locale]} : vide veut dire comme au-dessus</Trans>}
            checked={mapping.fillDown.includes(field)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                ...mapping,
                fillDown: checked
                  ? [...mapping.fillDown, field]
                  : mapping.fillDown.filter((each) => each !== field),
              })
            }
          />
        ))}
      </div>
    </details>
  );
}
