import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft, DraftOwner } from "./draft-storage.ts";
import { forgetDraft, keepDraft } from "./draft-storage.ts";
import type { EntryStore } from "./entry-store.ts";
import { filledRows } from "./sheet.ts";

const WRITING_PAUSE_MS = 250;

interface DraftState {
  owner: DraftOwner;
  /** Its lines are read when it is written. */
  store: EntryStore;
  /** What stands beside the lines; another object when some of it changed. */
  draft: Omit<Draft, "rows" | "keptAt">;
  /** Something on screen is not on the server. */
  dirty: boolean;
}

/**
 * Keeps the draft in this browser while it is dirty, and forgets it once it is not; also at the instant the page
 * is hidden or left. `unkept`: the browser refuses to keep it. `settle`: the server has it, forget it now.
 */
export function useDraft(state: DraftState): { unkept: boolean; settle: () => void } {
  const [unkept, setUnkept] = useState(false);
  const latest = useRef(state);
  const changedAt = useRef("");
  const { store, draft, dirty } = state;

  useEffect(() => {
    latest.current = state;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let seen = store.sheet();
    function writeSoon(): void {
      changedAt.current = new Date().toISOString();
      clearTimeout(timer);
      timer = setTimeout(
        () => setUnkept(!write({ ...latest.current, draft, dirty }, changedAt.current)),
        WRITING_PAUSE_MS,
      );
    }
    writeSoon();
    const stop = store.subscribe(() => {
      if (store.sheet() === seen) return;
      seen = store.sheet();
      writeSoon();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, draft, dirty]);

  useEffect(() => {
    function flush(): void {
      write(latest.current, changedAt.current);
    }
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      flush();
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
    };
  }, []);

  const settle = useCallback(() => {
    latest.current = { ...latest.current, dirty: false };
    write(latest.current, changedAt.current);
  }, []);
  return { unkept, settle };
}

/** False: the browser refused. */
function write({ owner, store, draft, dirty }: DraftState, keptAt: string): boolean {
  if (dirty) return keepDraft(owner, { ...draft, rows: filledRows(store.sheet()), keptAt });
  forgetDraft(owner, draft.orderId);
  return true;
}
