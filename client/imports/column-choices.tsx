import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Text, Title } from "@mantine/core";
import type { Category } from "../../shared/categories.ts";
import { CATEGORIES, CATEGORY_LABELS } from "../../shared/categories.ts";
import type { InspectedColumn, TableInspection } from "../../shared/table-mapping/inspection.ts";
import { columnLetter } from "../../shared/table-mapping/mapped-layout.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";
import { TARGET_FIELDS, TARGET_LABELS } from "../../shared/table-mapping/targets.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";
import type { ColumnChoice } from "./mapping-choices.ts";
import { choiceOf, withChoice } from "./mapping-choices.ts";

interface ColumnChoicesProps {
  table: TableInspection;
  mapping: TableMapping;
  onChange: (mapping: TableMapping) => void;
}

/** Each column of the file with what stands in it, and what it is taken for. */
export function ColumnChoices({ table, mapping, onChange }: ColumnChoicesProps): React.ReactNode {
  const columns = table.columns.filter(({ header, kind }) => header !== "" || kind !== "empty");
  return (
    <section aria-labelledby="import-columns">
      <Title order={3} id="import-columns" className={classes.stepTitle ?? ""}>
        <Trans>Ce que dit chaque colonne</Trans>
      </Title>
      <ul className={classes.columns}>
        {columns.map((column) => (
          <ColumnItem
            key={column.index}
            column={column}
            choice={choiceOf(mapping, column)}
            guess={choiceOf(table.mapping, column)}
            guessed={table.source === "guessed"}
            onChoose={(choice) => onChange(withChoice(mapping, column, choice))}
          />
        ))}
      </ul>
    </section>
  );
}

interface ColumnItemProps {
  column: InspectedColumn;
  choice: ColumnChoice;
  /** What the product proposes, or remembers. */
  guess: ColumnChoice;
  guessed: boolean;
  onChoose: (choice: ColumnChoice) => void;
}

function ColumnItem({ column, choice, guess, guessed, onChoose }: ColumnItemProps): React.ReactNode {
  const { t } = useLingui();
  const groups = useChoiceGroups();
  const letter = columnLetter(column.index);
  const title = column.header === "" ? t`Colonne ${letter}` : column.header;
  const proposed = guessed && choice !== "" && choice === guess;
  return (
    <li className={classes.column} data-used={choice !== ""}>
      <div className={classes.columnHead}>
        <Text fw={600} component="span" className={classes.written ?? ""}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" className={classes.samples ?? ""}>
          {column.samples.length === 0 ? <Trans>vide</Trans> : column.samples.join(" · ")}
        </Text>
      </div>
      <NativeSelect
        aria-label={t`Ce que dit la colonne ${title}`}
        value={choice}
        data={groups}
        onChange={({ currentTarget: { value } }) => onChoose(value as ColumnChoice)}
      />
      <Text size="sm" className={classes.proposed ?? ""}>
        {proposed && <Trans>proposé</Trans>}
      </Text>
    </li>
  );
}

const MAIN: readonly TargetField[] = ["date", "fournisseur", "description", "prix_ht", "famille_produits"];
/** Named by the State's own files only. */
const RARE: readonly TargetField[] = [
  "cantine_id",
  "caracteristiques",
  "caracteristique_label1",
  "caracteristique_label2",
  "caracteristique_france",
];

function useChoiceGroups() {
  const { t } = useLingui();
  const locale = useLocale();
  const item = (field: TargetField) => ({ value: field, label: TARGET_LABELS[field][locale] });
  const others = (Object.keys(TARGET_LABELS) as TargetField[]).filter(
    (field) => TARGET_FIELDS.includes(field) && !MAIN.includes(field) && !RARE.includes(field),
  );
  const mark = (category: Category) => ({
    value: `mark:${category}`,
    label: t`${CATEGORY_LABELS[category][locale]} : oui ou non`,
  });
  return [
    { value: "", label: t`Ne pas importer` },
    { group: t`L'essentiel`, items: MAIN.map(item) },
    { group: t`Le reste`, items: others.map(item) },
    { group: t`Une mention par colonne`, items: CATEGORIES.map(mark) },
    { group: t`Fichiers de l'État`, items: RARE.map(item) },
  ];
}
