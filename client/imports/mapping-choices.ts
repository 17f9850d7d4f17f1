import type { Category } from "../../shared/categories.ts";
import { CATEGORIES } from "../../shared/categories.ts";
import type { InspectedColumn } from "../../shared/table-mapping/inspection.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import { isColumn } from "../../shared/table-mapping/mapping.ts";
import type { TargetField } from "../../shared/table-mapping/targets.ts";
import { TARGET_FIELDS } from "../../shared/table-mapping/targets.ts";

type Place = Pick<InspectedColumn, "index" | "header">;

/** What a column is: a field, a category it says by yes or no, or nothing (empty). */
export type ColumnChoice = TargetField | `mark:${Category}` | "";

/** What the mapping takes a column for. */
export function choiceOf({ columns, marks }: TableMapping, { index }: Place): ColumnChoice {
  const field = TARGET_FIELDS.find((each) => {
    const source = columns[each];
    return source !== undefined && isColumn(source) && source.index === index;
  });
  if (field !== undefined) return field;
  const category = CATEGORIES.find((each) => marks[each]?.index === index);
  return category === undefined ? "" : `mark:${category}`;
}

/** The mapping with a column taken for something else; what another column was taken for moves here. */
export function withChoice(mapping: TableMapping, column: Place, choice: ColumnChoice): TableMapping {
  const columns = { ...mapping.columns };
  const marks = { ...mapping.marks };
  const before = choiceOf(mapping, column);
  if (isMark(before)) delete marks[categoryOf(before)];
  else if (before !== "") delete columns[before];
  const source = { column: column.header.slice(0, LONGEST_TITLE), index: column.index };
  if (isMark(choice)) marks[categoryOf(choice)] = source;
  else if (choice !== "") columns[choice] = source;
  return { ...mapping, columns, marks };
}

/** The mapping with one text for every row; an empty one takes it away. */
export function withConstant(mapping: TableMapping, field: TargetField, constant: string): TableMapping {
  const columns = { ...mapping.columns };
  if (constant === "") delete columns[field];
  else columns[field] = { constant };
  return { ...mapping, columns };
}

/** The text that stands on every row; empty: none, or a column says it. */
export function constantOf({ columns }: TableMapping, field: TargetField): string {
  const source = columns[field];
  return source === undefined || isColumn(source) ? "" : source.constant;
}

/** Whether a column, not one text for all, says the field. */
export function isFromColumn({ columns }: TableMapping, field: TargetField): boolean {
  const source = columns[field];
  return source !== undefined && isColumn(source);
}

const LONGEST_TITLE = 300;

function isMark(choice: ColumnChoice): choice is `mark:${Category}` {
  return choice.startsWith("mark:");
}

function categoryOf(choice: `mark:${Category}`): Category {
  const category = CATEGORIES.find((each) => `mark:${each}` === choice);
  if (category === undefined) throw new Error(`${choice} is no category`);
  return category;
}
