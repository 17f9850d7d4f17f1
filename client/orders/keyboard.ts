import type { Move } from "./move.ts";

/** What a key does in the grid. `commit` keeps what is being typed, then moves. */
export type Command =
  | { kind: "move"; move: Move; extend?: true }
  | { kind: "edit"; text: string | null }
  | { kind: "commit"; move: Move | null }
  | { kind: "choose"; move: Move | null }
  | { kind: "highlight"; step: 1 | -1 }
  | { kind: "closeList" }
  | { kind: "cancel" }
  | { kind: "clear" }
  | { kind: "fillDown" }
  | { kind: "removeLine" }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "nextError"; step: 1 | -1 }
  | { kind: "validate" }
  | { kind: "selectAll" }
  | { kind: "deselect" };

/** `list`: typing, with a suggestion highlighted. */
export type KeyMode = "navigate" | "edit" | "list";

export interface KeyPress {
  key: string;
  shift: boolean;
  /** Ctrl, or Command on a Mac. */
  ctrl: boolean;
  alt: boolean;
}

const ARROWS: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

/** The command of a key, or null: the browser keeps it. */
export function commandOf(press: KeyPress, mode: KeyMode): Command | null {
  return everywhere(press) ?? (mode === "navigate" ? navigating(press) : typing(press, mode));
}

function everywhere({ key, ctrl, shift }: KeyPress): Command | null {
  if (key === "F8") return { kind: "nextError", step: shift ? -1 : 1 };
  if (ctrl && key === "Enter") return { kind: "validate" };
  return null;
}

function navigating(press: KeyPress): Command | null {
  const { key, shift, ctrl, alt } = press;
  if (ctrl) return withCtrl(press);
  if (alt && !isPrintable(key)) return null;
  const arrow = ARROWS[key];
  if (arrow !== undefined) return moveTo(arrow, shift);
  switch (key) {
    case "Enter":
      return { kind: "move", move: shift ? "up" : "nextLine" };
    case "Tab":
      return { kind: "move", move: shift ? "previousEntry" : "nextEntry" };
    case "Home":
      return moveTo("lineStart", shift);
    case "End":
      return moveTo("lineEnd", shift);
    case "Escape":
      return { kind: "deselect" };
    case "F2":
      return { kind: "edit", text: null };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    // A dead key (^, ¨) or an input method: the letter arrives in the field that opens.
    case "Dead":
    case "Process":
      return { kind: "edit", text: "" };
    default:
      return isPrintable(key) ? { kind: "edit", text: key } : null;
  }
}

function moveTo(move: Move, extend: boolean): Command {
  return extend ? { kind: "move", move, extend } : { kind: "move", move };
}

function withCtrl({ key, shift, alt }: KeyPress): Command | null {
  // AltGr arrives as Ctrl+Alt: it types « € » and « @ ».
  if (alt) return isPrintable(key) ? { kind: "edit", text: key } : null;
  switch (key) {
    case "Home":
      return moveTo("gridStart", shift);
    case "End":
      return moveTo("gridEnd", shift);
    case "Delete":
    case "Backspace":
      return { kind: "removeLine" };
  }
  switch (key.toLowerCase()) {
    case "z":
      return { kind: shift ? "redo" : "undo" };
    case "y":
      return { kind: "redo" };
    case "d":
      return { kind: "fillDown" };
    case "a":
      return { kind: "selectAll" };
    default:
      return null;
  }
}

function typing({ key, shift, ctrl }: KeyPress, mode: "edit" | "list"): Command | null {
  if (ctrl) return null;
  const listed = mode === "list";
  switch (key) {
    case "Enter":
      if (shift) return { kind: "commit", move: "up" };
      return listed ? { kind: "choose", move: "nextLine" } : { kind: "commit", move: "nextLine" };
    case "Tab":
      if (shift) return { kind: "commit", move: "previousEntry" };
      return listed ? { kind: "choose", move: "nextEntry" } : { kind: "commit", move: "nextEntry" };
    case "Escape":
      return listed ? { kind: "closeList" } : { kind: "cancel" };
    case "ArrowDown":
      return { kind: "highlight", step: 1 };
    case "ArrowUp":
      return { kind: "highlight", step: -1 };
    default:
      return null;
  }
}

function isPrintable(key: string): boolean {
  return [...key].length === 1;
}
