import type { ColumnKey } from "./columns.ts";
import type { EntryScopeValue } from "./entry-scope.ts";
import type { Cursor } from "./move.ts";

export interface GridMouse {
  onMouseDown: (event: React.MouseEvent<HTMLElement>) => void;
  onMouseOver: (event: React.MouseEvent<HTMLElement>) => void;
  onDoubleClick: (event: React.MouseEvent<HTMLElement>) => void;
}

/** The mouse in the grid, heard once for all its cells: press, drag, open. */
export function gridMouse({
  store,
  columns,
  commands,
  readOnly,
}: Pick<EntryScopeValue, "store" | "columns" | "commands" | "readOnly">): GridMouse {
  const place = (event: React.MouseEvent<HTMLElement>) => cellAt(event.target, columns);

  /** The mouse in the text of an open cell is the browser's. */
  function isOpen({ line, column }: Cursor): boolean {
    const { editing, cursor } = store.get();
    return editing !== null && cursor.line === line && cursor.column === column;
  }

  return {
    onMouseDown: (event) => {
      const at = place(event);
      if (at === null || isOpen(at)) return;
      event.preventDefault();
      commands.commit();
      store.moveTo(at, { extend: event.shiftKey });
      event.currentTarget.focus({ preventScroll: true });
    },
    onMouseOver: (event) => {
      const { editing, cursor } = store.get();
      // A press that began in the grid goes on: it has the focus since.
      if (event.buttons !== 1 || editing !== null || event.currentTarget !== document.activeElement) return;
      const at = place(event);
      if (at === null || (at.line === cursor.line && at.column === cursor.column)) return;
      store.moveTo(at, { extend: true });
    },
    onDoubleClick: (event) => {
      const at = place(event);
      if (at !== null && !readOnly && !isOpen(at)) commands.edit(null);
    },
  };
}

/** Where the cell under the mouse stands, as it says itself to who cannot see it. */
function cellAt(target: EventTarget, columns: readonly { key: ColumnKey }[]): Cursor | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  const row = cell?.closest("[aria-rowindex]");
  if (cell == null || row == null) return null;
  const column = columns[Number(cell.getAttribute("aria-colindex")) - 2]?.key;
  return column === undefined ? null : { line: Number(row.getAttribute("aria-rowindex")) - 2, column };
}
