import { useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useId, useMemo, useRef } from "react";
import { formatInteger } from "../../shared/format/numbers.ts";
import { showErrorToast } from "../ui/toasts.tsx";
import { cellText, verdictText } from "./cell-text.ts";
import type { Column } from "./columns.ts";
import classes from "./entry-grid.module.css";
import { cellId, useEntryScope } from "./entry-scope.ts";
import { gridMouse } from "./grid-mouse.ts";
import { GridPart } from "./grid-part.tsx";
import { GridRow } from "./grid-row.tsx";
import { isBlankRow } from "./row.ts";
import { runCommand } from "./run-command.ts";
import { columnSpan, selectionOf } from "./selection.ts";
import { rowsOf } from "./sheet.ts";
import { formatTsv, parseTsv } from "./tsv.ts";
import { useEntryState } from "./use-store.ts";

/** From this many lines on, only those on screen are drawn. */
const WINDOWED_FROM = 50;
const ROW_HEIGHT = 38;
/** Lines drawn beyond those on screen. */
const OVERSCAN = 4;

export interface EntryGridProps {
  label: string;
  onValidate: () => void;
  /** Texts of a pasted block that no cell takes. */
  onLost: (count: number) => void;
}

/** The lines of an order as a grid: one tab stop, the active cell named by aria-activedescendant. */
export const EntryGrid = memo(function EntryGrid({
  label,
  onValidate,
  onLost,
}: EntryGridProps): React.ReactNode {
  const { t } = useLingui();
  const { store, columns, commands, context, read, verdictOf, readOnly } = useEntryScope();
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const all = useEntryState(store, (state) => state.history.present.ids);
  /** What may only be read has no open line. */
  const ids = useMemo(() => (readOnly ? all.slice(0, -1) : all), [all, readOnly]);
  const cursor = useEntryState(store, (state) => state.cursor);
  const editing = useEntryState(store, (state) => state.editing !== null);
  const windowed = ids.length > WINDOWED_FROM;
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    enabled: windowed,
    // As tall as its style lets it be: the lines are drawn at once, not once the page has been measured.
    initialRect: { width: 0, height: window.innerHeight * 0.6 },
  });
  const activeId = ids[cursor.line];

  useEffect(() => {
    if (activeId === undefined) return;
    // The active cell is always drawn: it brings itself into sight, in one layout of the page.
    if (!grid.current?.contains(document.activeElement)) {
      if (windowed) virtualizer.scrollToIndex(cursor.line);
      return;
    }
    document
      .getElementById(cellId(activeId, cursor.column))
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [activeId, cursor, windowed, virtualizer]);

  useEffect(() => {
    if (!editing && document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, [editing]);

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>): void {
    if (runCommand(event, { store, commands, readOnly, onValidate })) event.preventDefault();
    if (store.get().editing === null && grid.current !== null && grid.current !== document.activeElement)
      if (grid.current.contains(document.activeElement)) grid.current.focus({ preventScroll: true });
  }

  function onCopy(event: React.ClipboardEvent): void {
    if (store.get().editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", formatTsv(copiedTable()));
  }

  function onCut(event: React.ClipboardEvent): void {
    if (readOnly || store.get().editing !== null) return;
    onCopy(event);
    commands.clear();
  }

  /** The selection as texts; the open line under it is no line yet. */
  function copiedTable(): string[][] {
    const { fromLine, toLine } = selectionOf(store.get(), columns);
    const span = columnSpan(store.get(), columns);
    const rows = rowsOf(store.sheet()).slice(fromLine, toLine + 1);
    const filled = rows.filter((row, index) => index === 0 || !isBlankRow(row));
    return filled.map((row) =>
      columns.slice(span.from, span.to + 1).map(({ key }) => {
        const reading = read(row);
        const verdict = reading.blank ? null : (verdictOf(row)?.verdict ?? null);
        return verdictText(key, verdict, context.locale) ?? cellText(key, row, reading, context.locale);
      }),
    );
  }

  function onPaste(event: React.ClipboardEvent): void {
    const text = event.clipboardData.getData("text/plain");
    if (readOnly || text === "" || (store.get().editing !== null && !/[\t\r\n]/.test(text))) return;
    event.preventDefault();
    try {
      commands.commit();
      const plan = commands.paste(parseTsv(text));
      if (plan.lost > 0) onLost(plan.lost);
    } catch (error) {
      showErrorToast(error);
    }
  }

  const mouse = useMemo(
    () => gridMouse({ store, columns, commands, readOnly }),
    [store, columns, commands, readOnly],
  );
  const shown = windowed ? virtualizer.getVirtualItems() : null;
  const activeIsDrawn = shown === null || shown.some(({ index }) => index === cursor.line);
  return (
    <>
      <p id={helpId} hidden>
        {t`Tapez pour écrire, Entrée pour la ligne suivante, Tab pour la cellule suivante, F2 pour modifier, Échap pour rétablir, F8 pour l'erreur suivante, Ctrl+Entrée pour valider.`}
      </p>
      <div ref={frame} className={classes.frame} data-windowed={windowed}>
        <GridPart
          ref={grid}
          role="grid"
          tabIndex={0}
          aria-label={label}
          aria-describedby={helpId}
          aria-rowcount={ids.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          aria-readonly={readOnly}
          aria-activedescendant={activeId === undefined ? undefined : cellId(activeId, cursor.column)}
          className={classes.grid}
          style={
            {
              "--entry-tracks": `2.25rem ${columns.map(({ track }) => track).join(" ")}`,
            } as React.CSSProperties
          }
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onCut={onCut}
          onPaste={onPaste}
          {...mouse}
        >
          <GridHead columns={columns} />
          <GridPart
            role="rowgroup"
            className={classes.body}
            style={shown === null ? undefined : { height: virtualizer.getTotalSize() }}
          >
            {shown === null
              ? ids.map((id, line) => <GridRow key={id} id={id} line={line} top={null} />)
              : shown.map(({ index, start }) => {
                  const id = ids[index];
                  return id === undefined ? null : <GridRow key={id} id={id} line={index} top={start} />;
                })}
            {!activeIsDrawn && activeId !== undefined && (
              <GridRow key={activeId} id={activeId} line={cursor.line} top={cursor.line * ROW_HEIGHT} />
            )}
          </GridPart>
        </GridPart>
      </div>
      <p className={classes.count} aria-live="polite">
        {windowed ? t`${formatInteger(ids.length - 1, context.locale)} lignes` : ""}
      </p>
    </>
  );
});

const GridHead = memo(function GridHead({ columns }: { columns: readonly Column[] }): React.ReactNode {
  const { t, i18n } = useLingui();
  return (
    <GridPart role="rowgroup" className={classes.head}>
      <GridPart role="row" aria-rowindex={1} className={classes.row}>
        <GridPart
          role="columnheader"
          aria-colindex={1}
          aria-label={t`Numéro de ligne`}
          className={classes.th}
        >
          #
        </GridPart>
        {columns.map((column, index) => (
          <GridPart
            key={column.key}
            role="columnheader"
            aria-colindex={index + 2}
            className={classes.th}
            data-kind={column.kind}
            title={column.name && i18n._(column.name)}
            aria-label={column.name && i18n._(column.name)}
          >
            {i18n._(column.label)}
          </GridPart>
        ))}
      </GridPart>
    </GridPart>
  );
});
