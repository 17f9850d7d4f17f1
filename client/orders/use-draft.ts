import { useEffect, useState, useSyncExternalStore } from "react";
import type { DraftKeeper, DraftScreen, DraftState } from "./draft-keeper.ts";
import { createDraftKeeper } from "./draft-keeper.ts";
import type { DraftOwner } from "./draft-storage.ts";
import type { EntryStore } from "./entry-store.ts";

export interface DraftSources extends DraftScreen {
  owner: DraftOwner;
  store: EntryStore;
}

/** The keeper of the draft on screen, which also writes at the instant the page is hidden or left. */
export function useDraft({ owner, store, readOnly, head, kept }: DraftSources): DraftKeeper {
  const [keeper] = useState(() => createDraftKeeper({ owner, store }, { head, kept, readOnly }));

  useEffect(() => {
    keeper.show({ head, kept, readOnly });
  }, [keeper, head, kept, readOnly]);

  useEffect(() => {
    window.addEventListener("pagehide", keeper.flush);
    document.addEventListener("visibilitychange", keeper.flush);
    return () => {
      keeper.flush();
      window.removeEventListener("pagehide", keeper.flush);
      document.removeEventListener("visibilitychange", keeper.flush);
    };
  }, [keeper]);

  return keeper;
}

/** Where the draft stands; whoever shows it draws again alone. */
export function useDraftState(keeper: DraftKeeper): DraftState {
  return useSyncExternalStore(keeper.subscribe, keeper.state);
}
