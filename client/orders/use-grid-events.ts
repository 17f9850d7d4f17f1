import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { formatInteger } from "../../shared/format/numbers.ts";
import { useLocale } from "../ui/locale.ts";
import { showUndoToast } from "../ui/toasts.tsx";
import type { Announcer } from "./announcer.ts";
import type { EntryStore } from "./entry-store.ts";
import type { GridEvent } from "./grid-events.ts";
import type { Sheet } from "./sheet.ts";

/** Says what a command did; lines that came or went can be taken back in one press until something else changes. */
export function useGridEvents(store: EntryStore, announcer: Announcer): (event: GridEvent) => void {
  const wordsOf = useEventWords();
  return useCallback(
    (event) => {
      const words = wordsOf(event);
      announcer.say(words);
      if ("before" in event) offerUndo(store, words, event.before);
    },
    [store, announcer, wordsOf],
  );
}

/** The lines come first, then the toast about them. */
function offerUndo(store: EntryStore, message: string, before: Sheet): void {
  const after = store.sheet();
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (store.sheet() === after) showUndo(store, { message, before, after });
    }),
  );
}

function showUndo(
  store: EntryStore,
  { message, before, after }: { message: string; before: Sheet; after: Sheet },
): void {
  const hide = showUndoToast({
    message,
    onUndo: () => {
      if (store.sheet() === after && store.get().history.past.at(-1) === before) store.undo();
    },
  });
  const stop = store.subscribe(() => {
    if (store.sheet() === after) return;
    stop();
    // The key that changes something else comes first.
    requestAnimationFrame(() => setTimeout(hide));
  });
}

function useEventWords(): (event: GridEvent) => string {
  const { t } = useLingui();
  const locale = useLocale();
  return useCallback(
    (event) => {
      switch (event.kind) {
        case "filled": {
          const { cells } = event;
          return t`${plural(cells, { one: "# cellule recopiée", other: "# cellules recopiées" })}`;
        }
        case "cleared": {
          const { cells } = event;
          return t`${plural(cells, { one: "# cellule vidée", other: "# cellules vidées" })}`;
        }
        case "pasted": {
          const { lines } = event;
          return t`${plural(lines, { one: "# ligne collée", other: "# lignes collées" })}`;
        }
        case "removed": {
          const { lines } = event;
          return t`${plural(lines, { one: "# ligne retirée", other: "# lignes retirées" })}`;
        }
        case "repeated": {
          const { lines } = event;
          return t`${plural(lines, { one: "# ligne reprise", other: "# lignes reprises" })}`;
        }
        case "undone": {
          const line = formatInteger(event.line + 1, locale);
          return t`Annulé, ligne ${line}`;
        }
        case "redone": {
          const line = formatInteger(event.line + 1, locale);
          return t`Rétabli, ligne ${line}`;
        }
        case "nothingToUndo":
          return t`Rien à annuler`;
        case "nothingToRedo":
          return t`Rien à rétablir`;
      }
    },
    [t, locale],
  );
}
