import { useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import type { Column } from "./columns.ts";
import classes from "./entry-grid.module.css";
import { useEntryScope } from "./entry-scope.ts";
import type { EntryState } from "./entry-store.ts";
import { GridCell } from "./grid-cell.tsx";
import { GridPart } from "./grid-part.tsx";
import { withoutMissing } from "./read-row.ts";
import { columnSpan } from "./selection.ts";
import { useEntryState, useRow } from "./use-store.ts";

export interface GridRowProps {
  id: Id;
  /** From 0. */
  line: number;
  /** Pixels from the first line, when only the lines on screen are drawn. */
  top: number | null;
}

/** One line of the grid: it draws again when its own texts, or what is selected on it, change. */
export const GridRow = memo(function GridRow({ id, line, top }: GridRowProps): React.ReactNode {
  const { t } = useLingui();
  const { store, columns, read, commands, context } = useEntryScope();
  const row = useRow(store, id);
  const fresh = useEntryState(store, (state) => state.fresh === id);
  const reading = fresh ? withoutMissing(read(row)) : read(row);
  const activeColumn = useEntryState(store, ({ cursor }) => (cursor.line === line ? cursor.column : null));
  const editing = useEntryState(store, (state) => (state.cursor.line === line ? state.editing : null));
  const selected = useEntryState(store, (state) => spanOnLine(state, line, columns));
  const [from, to] = selected.split("-").map(Number);
  const number = formatInteger(line + 1, context.locale);

  return (
    <GridPart
      role="row"
      aria-rowindex={line + 2}
      className={classes.row}
      data-active={activeColumn !== null}
      data-open={reading.blank}
      style={top === null ? undefined : { position: "absolute", insetInline: 0, top }}
    >
      <GridPart role="rowheader" aria-colindex={1} className={classes.number} aria-label={t`Ligne ${number}`}>
        {reading.blank ? "+" : number}
      </GridPart>
      {columns.map((column, index) => (
        <GridCell
          key={column.key}
          column={column}
          index={index}
          row={row}
          reading={reading}
          line={line}
          active={activeColumn === column.key}
          editing={activeColumn === column.key ? editing : null}
          selected={
            activeColumn === column.key || (selected !== "" && index >= Number(from) && index <= Number(to))
          }
          commands={commands}
        />
      ))}
    </GridPart>
  );
});

/** First and last selected column of the line, « 0-4 »; nothing: none. */
function spanOnLine({ cursor, anchor }: EntryState, line: number, columns: readonly Column[]): string {
  if (anchor === null) return "";
  const above = line < cursor.line && line < anchor.line;
  const below = line > cursor.line && line > anchor.line;
  if (above || below) return "";
  const span = columnSpan({ cursor, anchor }, columns);
  return `${span.from}-${span.to}`;
}
