import { useEffect, useRef, useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { DraftOwner } from "./draft-storage.ts";

/** How long the other tab has to write what it holds: past that it hangs, or is asleep. */
const LEAVING_MS = 2_000;
const LEAVE = "leave";

export interface DraftPlaceState {
  /** This tab writes the draft. True too where the browser has no locks. */
  mine: boolean;
  /** Asks the other tab to write what it holds and to stop. */
  takeOver: () => void;
}

interface Place {
  owner: DraftOwner;
  orderId: Id;
  /** It was another tab's and is this one's now: what is kept of it may be different. */
  onTaken: () => void;
}

/**
 * A draft is written by one tab of the browser at a time. Taken to be this one's until the browser says otherwise;
 * what another tab has comes here once that tab closes, or stops.
 */
export function useDraftPlace({ owner, orderId, onTaken }: Place): DraftPlaceState {
  const name = `bonnepart.draft.${owner.userId}.${owner.canteenId}.${orderId}`;
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const mine = elsewhere !== name;
  const taken = useRef(onTaken);
  const place = useRef<DraftLock | null>(null);
  useEffect(() => {
    taken.current = onTaken;
  });
  useEffect(() => {
    const lock = holdDraft(name, (isMine) => {
      if (isMine) taken.current();
      setElsewhere(isMine ? null : name);
    });
    place.current = lock;
    return lock.end;
  }, [name]);
  // The editor is gone by now, and has written what it held.
  useEffect(() => {
    if (!mine) place.current?.yield();
  }, [mine]);
  return { mine, takeOver: () => place.current?.takeOver() };
}

interface DraftLock {
  /** Another tab may have it: nothing of it is on screen any more. */
  yield: () => void;
  takeOver: () => void;
  end: () => void;
}

/** Tells of each change: nothing is told of a draft that nobody else has. */
function holdDraft(name: string, tell: (isMine: boolean) => void): DraftLock {
  const locks: LockManager | undefined = navigator.locks;
  // Only where the page is safe: http over a network has none.
  if (locks === undefined) return { yield: () => undefined, takeOver: () => undefined, end: () => undefined };
  const channel = new BroadcastChannel(name);
  let ended = false;
  /** Gives it back; null: it is another tab's. */
  let release: (() => void) | null = null;
  let waiting: AbortController | null = null;

  function ask(options: LockOptions): void {
    locks?.request(name, options, take).catch(lost);
  }
  function take(lock: Lock | null): Promise<void> | undefined {
    if (lock === null) {
      if (ended) return;
      tell(false);
      wait();
      return;
    }
    const waited = waiting !== null;
    waiting = null;
    return new Promise((resolve) => {
      release = resolve;
      if (ended) resolve();
      else if (waited) tell(true);
    });
  }
  function wait(): void {
    waiting = new AbortController();
    ask({ signal: waiting.signal });
  }
  /** Taken by a tab that had waited long enough; or what was waited for is not any more. */
  function lost(): void {
    if (release === null || ended) return;
    release = null;
    tell(false);
    wait();
  }

  channel.onmessage = () => {
    if (release !== null) tell(false);
  };
  ask({ ifAvailable: true });
  return {
    yield() {
      if (release === null) return;
      release();
      release = null;
      wait();
    },
    takeOver() {
      channel.postMessage(LEAVE);
      setTimeout(() => {
        if (waiting === null || ended) return;
        waiting.abort();
        ask({ steal: true });
      }, LEAVING_MS);
    },
    end() {
      ended = true;
      waiting?.abort();
      release?.();
      channel.close();
    },
  };
}
