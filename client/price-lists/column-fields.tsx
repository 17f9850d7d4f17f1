import { useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { UNIT_LABELS, UNITS } from "../../shared/quantity.ts";
import type { TableInspection } from "../../shared/table-mapping/inspection.ts";
import { columnLetter } from "../../shared/table-mapping/mapped-layout.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import { isColumn } from "../../shared/table-mapping/mapping.ts";
import type { PriceField } from "../../shared/table-mapping/price-rows.ts";
import { PRICE_FIELDS } from "../../shared/table-mapping/price-rows.ts";
import { unitOfWord } from "../../shared/table-mapping/units.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./price-lists.module.css";

interface ColumnFieldsProps {
  table: TableInspection;
  mapping: TableMapping;
  onChange: (mapping: TableMapping) => void;
}

/** Which column holds the name, the price, the unit and the item number. */
export function ColumnFields({ table, mapping, onChange }: ColumnFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const labels: Record<PriceField, string> = {
    description: t`Colonne du nom`,
    prix_unitaire_ht: t`Colonne du prix HT`,
    unite: t`Colonne de l'unité`,
    code_article: t`Colonne du code article`,
  };
  const columns = table.columns
    .filter(({ header, kind }) => header !== "" || kind !== "empty")
    .map(({ index, header, samples }) => ({
      value: String(index),
      label: `${header === "" ? t`Colonne ${columnLetter(index)}` : header}${samples[0] === undefined ? "" : ` : ${samples[0]}`}`,
    }));
  const constants = UNITS.map((unit) => ({
    value: `unit:${unit}`,
    label: t`toujours au ${UNIT_LABELS[unit][locale]}`,
  }));
  return (
    <div className={classes.fields}>
      {PRICE_FIELDS.map((field) => (
        <NativeSelect
          key={field}
          label={labels[field]}
          required={field === "description" || field === "prix_unitaire_ht"}
          value={choiceOf(mapping, field)}
          data={[...(field === "unite" ? constants : [{ value: "", label: t`Aucune` }]), ...columns]}
          onChange={(event) => onChange(withChoice({ table, mapping }, field, event.currentTarget.value))}
        />
      ))}
    </div>
  );
}

function choiceOf({ columns }: TableMapping, field: PriceField): string {
  const source = columns[field];
  if (source === undefined) return "";
  if (isColumn(source)) return String(source.index);
  return `unit:${unitOfWord(source.constant) ?? "KG"}`;
}

function withChoice(
  { table, mapping }: Pick<ColumnFieldsProps, "table" | "mapping">,
  field: PriceField,
  choice: string,
): TableMapping {
  const { [field]: _before, ...columns } = mapping.columns;
  if (choice === "") return { ...mapping, columns };
  if (choice.startsWith("unit:")) {
    const constant = choice.slice("unit:".length);
    return { ...mapping, columns: { ...columns, [field]: { constant } } };
  }
  const index = Number(choice);
  const column = table.columns.find((candidate) => candidate.index === index)?.header ?? "";
  return { ...mapping, columns: { ...columns, [field]: { column, index } } };
}
