import { describe, expect, test } from "vitest";
import { gridColumns } from "../../../client/orders/columns.ts";
import { makeCommands } from "../../../client/orders/entry-commands.ts";
import { createEntryStore } from "../../../client/orders/entry-store.ts";
import { rowReader, withoutMissing } from "../../../client/orders/read-row.ts";
import { runCommand } from "../../../client/orders/run-command.ts";
import { rowAt, sheetOf } from "../../../client/orders/sheet.ts";
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

function grid(rows = [] as Parameters<typeof sheetOf>[0]) {
  const store = createEntryStore(sheetOf(rows, newId));
  const columns = gridColumns({ received: false });
  const around = context();
  const commands = makeCommands({
    store,
    columns,
    context: around,
    read: rowReader(around),
    fieldOfTitle: () => null,
  });
  const keys = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false };
  return {
    store,
    commands,
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
