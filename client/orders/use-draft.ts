import { useEffect, useState, useSyncExternalStore } from "react";
import type { DraftKeeper, DraftPlace, DraftScreen, DraftState } from "./draft-keeper.ts";
import { createDraftKeeper } from "./draft-keeper.ts";
import { writeBeforeReads } from "./draft-storage.ts";

/** The keeper of the draft on screen, which also writes at the instant the page is hidden or left. */
export function useDraft(place: DraftPlace, { readOnly, head, kept }: DraftScreen): DraftKeeper {
  const [keeper] = useState(() => createDraftKeeper(place, { head, kept, readOnly }));

  useEffect(() => {
    keeper.show({ head, kept, readOnly });
  }, [keeper, head, kept, readOnly]);

  useEffect(() => {
    window.addEventListener("pagehide", keeper.flush);
    document.addEventListener("visibilitychange", keeper.flush);
    const stopWriting = writeBeforeReads(keeper.writeWaiting);
    return () => {
      stopWriting();
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
