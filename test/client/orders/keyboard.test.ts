import { describe, expect, test } from "vitest";
import { gridColumns } from "../../../client/orders/columns.ts";
import type { KeyMode, KeyPress } from "../../../client/orders/keyboard.ts";
import { commandOf } from "../../../client/orders/keyboard.ts";
import { moveCursor } from "../../../client/orders/move.ts";

describe("keyboard", () => {
  const press = (key: string, mods: Partial<KeyPress> = {}): KeyPress => ({
    key,
    shift: false,
    ctrl: false,
    alt: false,
    ...mods,
  });

  test.each<[string, KeyPress, KeyMode, unknown]>([
    ["Enter: first cell of the next line", press("Enter"), "navigate", { kind: "move", move: "nextLine" }],
    ["Shift+Enter: up", press("Enter", { shift: true }), "navigate", { kind: "move", move: "up" }],
    ["Tab: right", press("Tab"), "navigate", { kind: "move", move: "nextEntry" }],
    ["Shift+Tab: left", press("Tab", { shift: true }), "navigate", { kind: "move", move: "previousEntry" }],
    ["a letter: edits with it", press("c"), "navigate", { kind: "edit", text: "c" }],
    ["AltGr+e types €", press("€", { ctrl: true, alt: true }), "navigate", { kind: "edit", text: "€" }],
    ["a dead key opens the cell", press("Dead"), "navigate", { kind: "edit", text: "" }],
    ["F2: edits what is there", press("F2"), "navigate", { kind: "edit", text: null }],
    ["Delete: clears", press("Delete"), "navigate", { kind: "clear" }],
    ["Ctrl+Delete: the line", press("Delete", { ctrl: true }), "navigate", { kind: "removeLine" }],
    ["Ctrl+D: fills down", press("d", { ctrl: true }), "navigate", { kind: "fillDown" }],
    ["Ctrl+Z: undo", press("z", { ctrl: true }), "navigate", { kind: "undo" }],
    ["Ctrl+Shift+Z: redo", press("Z", { ctrl: true, shift: true }), "navigate", { kind: "redo" }],
    ["Ctrl+C stays the browser's", press("c", { ctrl: true }), "navigate", null],
    [
      "Shift+arrow: selects",
      press("ArrowDown", { shift: true }),
      "navigate",
      { kind: "move", move: "down", extend: true },
    ],
    [
      "Shift+End: selects to the end of the line",
      press("End", { shift: true }),
      "navigate",
      { kind: "move", move: "lineEnd", extend: true },
    ],
    [
      "Ctrl+Shift+End: selects to the last line",
      press("End", { ctrl: true, shift: true }),
      "navigate",
      { kind: "move", move: "gridEnd", extend: true },
    ],
    ["Ctrl+Y: redo", press("y", { ctrl: true }), "navigate", { kind: "redo" }],
    ["Ctrl+A: everything", press("a", { ctrl: true }), "navigate", { kind: "selectAll" }],
    ["Escape lets the selection go", press("Escape"), "navigate", { kind: "deselect" }],
    ["Enter keeps what is typed", press("Enter"), "edit", { kind: "commit", move: "nextLine" }],
    ["Tab keeps what is typed", press("Tab"), "edit", { kind: "commit", move: "nextEntry" }],
    ["Escape restores", press("Escape"), "edit", { kind: "cancel" }],
    ["a letter stays the input's", press("c"), "edit", null],
    ["Ctrl+Z stays the input's", press("z", { ctrl: true }), "edit", null],
    ["an arrow stays the input's", press("ArrowLeft"), "edit", null],
    ["Enter takes the suggestion", press("Enter"), "list", { kind: "choose", move: "nextLine" }],
    ["Escape closes the list", press("Escape"), "list", { kind: "closeList" }],
    ["Down: next suggestion", press("ArrowDown"), "list", { kind: "highlight", step: 1 }],
    ["F8 everywhere", press("F8"), "edit", { kind: "nextError", step: 1 }],
    ["Shift+F8 goes back", press("F8", { shift: true }), "navigate", { kind: "nextError", step: -1 }],
    ["Ctrl+Enter everywhere", press("Enter", { ctrl: true }), "list", { kind: "validate" }],
  ])("%s", (_, pressed, mode, command) => {
    expect(commandOf(pressed, mode)).toEqual(command);
  });

  const extent = { columns: gridColumns({ received: false }), lines: 3 };

  test("Tab goes over what is computed, then to the next line, then out", () => {
    expect(moveCursor({ line: 0, column: "amount" }, "nextEntry", extent)).toEqual({
      line: 0,
      column: "family",
    });
    expect(moveCursor({ line: 0, column: "intermediaries" }, "nextEntry", extent)).toEqual({
      line: 1,
      column: "article",
    });
    expect(moveCursor({ line: 2, column: "intermediaries" }, "nextEntry", extent)).toBeNull();
    expect(moveCursor({ line: 0, column: "article" }, "previousEntry", extent)).toBeNull();
  });

  test("arrows stop at the edges", () => {
    expect(moveCursor({ line: 0, column: "article" }, "up", extent)).toEqual({ line: 0, column: "article" });
    expect(moveCursor({ line: 2, column: "egalim" }, "right", extent)).toEqual({ line: 2, column: "egalim" });
    expect(moveCursor({ line: 1, column: "price" }, "nextLine", extent)).toEqual({
      line: 2,
      column: "article",
    });
  });
});
