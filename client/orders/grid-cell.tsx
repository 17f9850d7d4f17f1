import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { CellContent } from "./cell-content.tsx";
import { CellEditor } from "./cell-editor.tsx";
import { isAmountComputed, shownText } from "./cell-text.ts";
import type { Column, ColumnKey } from "./columns.ts";
import { fieldOf } from "./columns.ts";
import type { EntryCommands } from "./entry-commands.ts";
import classes from "./entry-grid.module.css";
import { cellId, useEntryScope } from "./entry-scope.ts";
import type { Editing } from "./entry-store.ts";
import { GridPart } from "./grid-part.tsx";
import type { Issue } from "./issues.ts";
import { issueSentence } from "./issues.ts";
import type { RowReading } from "./read-row.ts";
import type { Field, Row } from "./row.ts";

export interface GridCellProps {
  column: Column;
  /** From 0; the line number stands before. */
  index: number;
  row: Row;
  reading: RowReading;
  line: number;
  active: boolean;
  editing: Editing | null;
  selected: boolean;
  commands: EntryCommands;
}

/** Columns whose text may have a mark beside it. */
const MARKED: ReadonlySet<ColumnKey> = new Set(["article", "received", "price"]);

/** One cell: its text as typed, what is wrong with it, and the input while it is open. */
export const GridCell = memo(function GridCell(props: GridCellProps): React.ReactNode {
  const { column, index, row, reading, line, active, editing, selected, commands } = props;
  const { i18n } = useLingui();
  const { store, context, readOnly } = useEntryScope();
  const field = fieldOf(column.key);
  const { error, warning } = issuesOf(reading, field);
  const issue = error ?? warning;
  const invalid = error !== undefined || undefined;
  const id = cellId(row.id, column.key);
  const sentence = issue === undefined ? undefined : issueSentence(issue, i18n);
  const computed = field === null || (field === "amount" && isAmountComputed(reading));

  return (
    <GridPart
      id={id}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={index + 2}
      aria-selected={selected}
      aria-readonly={readOnly || field === null || undefined}
      aria-invalid={invalid}
      aria-describedby={sentence === undefined ? undefined : `${id}-issue`}
      title={sentence}
      className={classes.cell}
      data-kind={column.kind}
      data-cursor={active || undefined}
      data-computed={computed || undefined}
      data-error={invalid}
      data-warning={warning !== undefined || undefined}
    >
      {editing !== null && field !== null ? (
        <CellEditor
          field={field}
          label={i18n._(column.name ?? column.label)}
          text={editing.text}
          typed={editing.typed}
          context={context}
          numeric={column.kind === "number"}
          invalid={error !== undefined}
          className={classes.input}
          focused
          describedBy={sentence === undefined ? undefined : `${id}-issue`}
          onText={(text) => store.edit({ text, typed: true })}
          onChoose={(suggestion, by) => {
            commands.choose(suggestion);
            if (field === "article" && by !== "Tab") store.moveTo({ line, column: "quantity" });
          }}
          onLeave={() => {
            if (store.get().editing === editing) commands.commit();
          }}
        />
      ) : issue === undefined && isPlain(column) ? (
        <span className={classes.text}>{shownText(column.key, row, reading, context.locale)}</span>
      ) : (
        <CellContent
          column={column}
          row={row}
          reading={reading}
          text={shownText(column.key, row, reading, context.locale)}
        />
      )}
      {sentence !== undefined && (
        <span id={`${id}-issue`} hidden>
          {sentence}
        </span>
      )}
    </GridPart>
  );
});

/** Whether the column shows texts alone: most cells are that, and drawn as such. */
function isPlain({ key, kind }: Column): boolean {
  return kind !== "verdict" && !MARKED.has(key);
}

/** What is wrong with the cell, or else doubtful. */
function issuesOf({ errors, warnings }: RowReading, field: Field | null): { error?: Issue; warning?: Issue } {
  const error = field === null ? undefined : errors[field];
  if (error !== undefined) return { error };
  const warning = field === null ? undefined : warnings[field];
  return warning === undefined ? {} : { warning };
}
