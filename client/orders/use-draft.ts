import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft, DraftOwner } from "./draft-storage.ts";
import { forgetDraft, keepDraft } from "./draft-storage.ts";

const WRITING_PAUSE_MS = 250;

interface DraftState {
  owner: DraftOwner;
  draft: Draft;
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
  const { draft, dirty } = state;

  useEffect(() => {
    latest.current = state;
  });

  useEffect(() => {
    const timer = setTimeout(() => setUnkept(!write({ ...latest.current, draft, dirty })), WRITING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, dirty]);

  useEffect(() => {
    function flush(): void {
      write(latest.current);
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
    write(latest.current);
  }, []);
  return { unkept, settle };
}

/** False: the browser refused. */
function write({ owner, draft, dirty }: DraftState): boolean {
  if (dirty) return keepDraft(owner, draft);
  forgetDraft(owner, draft.orderId);
  return true;
}
