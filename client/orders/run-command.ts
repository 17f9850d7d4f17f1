import type { EntryCommands } from "./entry-commands.ts";
import type { EntryStore } from "./entry-store.ts";
import type { Command, KeyMode, KeyPress } from "./keyboard.ts";
import { commandOf } from "./keyboard.ts";
import type { Move } from "./move.ts";

export interface KeyTarget {
  store: EntryStore;
  commands: EntryCommands;
  readOnly: boolean;
  onValidate: () => void;
}

/** Does what the key means in the grid; false: the browser keeps the key. */
export function runCommand(
  event: Pick<
    React.KeyboardEvent,
    "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented"
  >,
  target: KeyTarget,
): boolean {
  if (event.defaultPrevented) return false;
  const mode: KeyMode = target.store.get().editing === null ? "navigate" : "edit";
  const command = commandOf(pressOf(event), mode);
  if (command === null || (target.readOnly && !isReading(command))) return false;
  return perform(command, target);
}

/** What the key map reads of a keyboard event. */
export function pressOf(
  event: Pick<React.KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">,
): KeyPress {
  return { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey };
}

/** After an article just typed its quantity is next, as after one chosen; Enter elsewhere ends the line. */
function moveAfter(move: Move | null, store: EntryStore): Move | null {
  const { cursor, editing } = store.get();
  const named = cursor.column === "article" && editing?.typed === true && editing.text.trim() !== "";
  return move === "nextLine" && named ? "right" : move;
}

function isReading({ kind }: Command): boolean {
  return kind === "move" || kind === "selectAll" || kind === "deselect" || kind === "nextError";
}

function perform(command: Command, { store, commands, onValidate }: KeyTarget): boolean {
  switch (command.kind) {
    case "move":
      return commands.move(command.move, { extend: command.extend === true });
    case "edit":
      commands.edit(command.text);
      return true;
    case "commit":
    case "choose": {
      const move = moveAfter(command.move, store);
      commands.commit();
      return move === null || commands.move(move);
    }
    case "highlight":
      commands.commit();
      return commands.move(command.step === 1 ? "down" : "up");
    case "closeList":
    case "cancel":
      commands.cancel();
      return true;
    case "clear":
      commands.clear();
      return true;
    case "fillDown":
      commands.fillDown();
      return true;
    case "removeLine":
      commands.removeLines();
      return true;
    case "undo":
      commands.undo();
      return true;
    case "redo":
      commands.redo();
      return true;
    case "nextError":
      commands.commit();
      commands.nextError(command.step);
      return true;
    case "validate":
      commands.commit();
      onValidate();
      return true;
    case "selectAll":
      commands.selectAll();
      return true;
    case "deselect":
      if (store.get().anchor === null) return false;
      store.moveTo(store.get().cursor);
      return true;
  }
}
