import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { CellContent } from "./cell-content.tsx";
import { CellEditor } from "./cell-editor.tsx";
import { isAmountComputed, shownText } from "./cell-text.ts";
import type { Column } from "./columns.ts";
import { fieldOf } from "./columns.ts";
import type { EntryCommands } from "./entry-commands.ts";
import classes from "./entry-grid.module.css";
import { cellId, useEntryScope } from "./entry-scope.ts";
import type { Editing } from "./entry-store.ts";
import { GridPart } from "./grid-part.tsx";
import { issueSentence } from "./issues.ts";
import type { RowReading } from "./read-row.ts";
import type { Row } from "./row.ts";

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

/** One cell: its text as typed, what is wrong with it, and the input while it is open. */
export const GridCell = memo(function GridCell(props: GridCellProps): React.ReactNode {
  const { column, index, row, reading, line, active, editing, selected, commands } = props;
  const { i18n } = useLingui();
  const { store, context, readOnly } = useEntryScope();
  const field = fieldOf(column.key);
  const error = field === null ? undefined : reading.errors[field];
  const warning = field === null || error !== undefined ? undefined : reading.warnings[field];
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
      data-selected={selected || undefined}
      data-computed={computed || undefined}
      data-error={invalid}
      data-warning={warning !== undefined || undefined}
      onMouseDown={(event) => {
        if (editing !== null) return;
        event.preventDefault();
        commands.commit();
        store.moveTo({ line, column: column.key }, { extend: event.shiftKey });
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
      }}
      onMouseEnter={(event) => {
        if (event.buttons !== 1 || store.get().editing !== null || !isDragged(event.currentTarget)) return;
        store.moveTo({ line, column: column.key }, { extend: true });
      }}
      onDoubleClick={() => {
        if (!readOnly && editing === null) commands.edit(null);
      }}
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

/** A press that began in the grid goes on: it has the focus since. */
function isDragged(cell: HTMLElement): boolean {
  return cell.closest('[role="grid"]') === document.activeElement;
}
