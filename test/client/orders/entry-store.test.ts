import { describe, expect, test } from "vitest";
import { gridColumns } from "../../../client/orders/columns.ts";
import { makeCommands } from "../../../client/orders/entry-commands.ts";
import { createEntryStore } from "../../../client/orders/entry-store.ts";
import type { GridEvent } from "../../../client/orders/grid-events.ts";
import { rowReader, withoutMissing } from "../../../client/orders/read-row.ts";
import { runCommand } from "../../../client/orders/run-command.ts";
import { filledRows, rowAt, sheetOf } from "../../../client/orders/sheet.ts";
import { newId } from "../../../shared/ids.ts";
import { context, FULL, row } from "../../support/entry-rows.ts";

describe("a line being entered", () => {
  test("Enter after an article typed by name leads to its quantity, then to the next line", () => {
    const { store, type, press } = grid();
    type("article", "Salade du voisin");
    press("Enter");
    expect(store.get().cursor).toEqual({ line: 0, column: "quantity" });
    type("quantity", "24");
    press("Enter");
    expect(store.get().cursor).toEqual({ line: 1, column: "article" });
    expect(rowAt(store.sheet(), 0)?.texts).toMatchObject({ article: "Salade du voisin", quantity: "24" });
  });

  test("Enter on an article that was only looked at, or emptied, leads to the next line", () => {
    const { store, commands, press } = grid([row(FULL)]);
    commands.edit(null);
    press("Enter");
    expect(store.get().cursor).toEqual({ line: 1, column: "article" });
  });

  test("what the line still lacks is no error until the cursor leaves it", () => {
    const { store, type, press } = grid();
    type("article", "Salade du voisin");
    press("Enter");
    const id = rowAt(store.sheet(), 0)?.id;
    expect(store.get().fresh).toBe(id);
    press("ArrowDown");
    expect(store.get().fresh).toBeNull();
    press("ArrowUp");
    expect(store.get().fresh).toBeNull();
  });

  test("it is one at once when somebody asks for the next error", () => {
    const { store, type, press } = grid();
    type("article", "Salade du voisin");
    press("Enter");
    press("F8");
    expect(store.get()).toMatchObject({ fresh: null, cursor: { line: 0, column: "family" } });
  });

  test("a stored line that is changed, and lines that are pasted, are judged at once", () => {
    const stored = grid([row(FULL)]);
    stored.type("quantity", "");
    stored.press("Enter");
    expect(stored.store.get().fresh).toBeNull();
    const pasted = grid();
    pasted.commands.paste([["Sel"], ["Poivre"]]);
    expect(pasted.store.get().fresh).toBeNull();
  });

  test("only what is missing waits: a quantity that is no number is an error at once", () => {
    const read = rowReader(context());
    const { errors } = withoutMissing(read(row({ article: "Sel", quantity: "douze" })));
    expect(Object.keys(errors)).toEqual(["quantity"]);
  });
});

describe("commands over several cells", () => {
  const three = () =>
    grid([row({ ...FULL, quantity: "1" }), row({ ...FULL, quantity: "2" }), row({ ...FULL, quantity: "3" })]);
  const quantities = ({ store }: ReturnType<typeof grid>) =>
    filledRows(store.sheet()).map(({ texts }) => texts.quantity);

  test("fill-down keeps the selection and says how many cells it filled", () => {
    const lines = three();
    lines.store.moveTo({ line: 0, column: "quantity" });
    lines.store.moveTo({ line: 2, column: "quantity" }, { extend: true });
    lines.commands.fillDown();
    expect(quantities(lines)).toEqual(["1", "1", "1"]);
    expect(lines.store.get()).toMatchObject({
      cursor: { line: 2, column: "quantity" },
      anchor: { line: 0, column: "quantity" },
    });
    expect(lines.events).toEqual([{ kind: "filled", cells: 2 }]);
  });

  test("edits, a paste, a removal and a fill-down are each undone and redone, step by step, on their line", () => {
    const lines = three();
    const start = lines.store.sheet();
    lines.type("quantity", "10");
    lines.commands.commit();
    lines.store.moveTo({ line: 1, column: "quantity" });
    lines.commands.fillDown();
    lines.store.moveTo({ line: 2, column: "article" });
    lines.commands.removeLines();
    lines.store.moveTo({ line: 2, column: "article" });
    lines.commands.paste([
      ["Poivre", "4"],
      ["Muscade", "beaucoup"],
    ]);
    const end = lines.store.sheet();
    expect(quantities(lines)).toEqual(["10", "10", "4", "beaucoup"]);
    const at: number[] = [];
    for (const _step of [1, 2, 3, 4]) {
      lines.commands.undo();
      at.push(lines.store.get().cursor.line);
    }
    expect(lines.store.sheet()).toBe(start);
    expect(at).toEqual([2, 2, 1, 0]);
    lines.commands.undo();
    for (const _step of [1, 2, 3, 4]) lines.commands.redo();
    expect(lines.store.sheet()).toBe(end);
    lines.commands.redo();
    expect(lines.events.map(({ kind }) => kind)).toEqual([
      "filled",
      "removed",
      "pasted",
      ...["undone", "undone", "undone", "undone", "nothingToUndo"],
      ...["redone", "redone", "redone", "redone", "nothingToRedo"],
    ]);
  });

  test("Ctrl+A takes every line that says something, without the open one", () => {
    const lines = three();
    lines.commands.selectAll();
    expect(lines.store.get()).toMatchObject({
      anchor: { line: 0, column: "article" },
      cursor: { line: 2, column: "egalim" },
    });
    lines.commands.clear();
    expect(filledRows(lines.store.sheet())).toEqual([]);
  });

  test("a pasted block is selected, its first cell active; whole lines when it brought its titles", () => {
    const lines = three();
    lines.store.moveTo({ line: 1, column: "quantity" });
    lines.commands.paste([
      ["4", "kg"],
      ["5", "kg"],
      ["6", "kg"],
    ]);
    expect(lines.store.get()).toMatchObject({
      cursor: { line: 1, column: "quantity" },
      anchor: { line: 3, column: "unit" },
    });
    expect(lines.store.sheet().ids).toHaveLength(5);
  });

  test("lines ordered before come after those that are there, and go in one step", () => {
    const lines = three();
    const before = lines.store.sheet();
    lines.commands.append([row({ ...FULL, quantity: "7" })]);
    expect(quantities(lines)).toEqual(["1", "2", "3", "7"]);
    expect(lines.events).toEqual([{ kind: "repeated", lines: 1, before }]);
    lines.commands.undo();
    expect(lines.store.sheet()).toBe(before);
  });
});

function grid(rows = [] as Parameters<typeof sheetOf>[0]) {
  const store = createEntryStore(sheetOf(rows, newId));
  const columns = gridColumns({ received: false });
  const around = context();
  const events: GridEvent[] = [];
  const commands = makeCommands({
    store,
    columns,
    context: around,
    read: rowReader(around),
    fieldOfTitle: () => null,
    tell: (event) => events.push(event),
  });
  const keys = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false };
  return {
    store,
    commands,
    events,
    press: (key: string) => runCommand({ key, ...keys }, { store, commands, readOnly: false, onValidate }),
    type: (column: "article" | "quantity", text: string) => {
      store.moveTo({ line: store.get().cursor.line, column });
      store.edit({ text, typed: true });
    },
  };
}

function onValidate(): void {
  throw new Error("Nothing here validates.");
}
