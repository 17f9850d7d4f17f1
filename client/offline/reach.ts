/** Whether the server answers, and since when what is shown may be older than it. */
export interface Reach {
  subscribe: (listener: () => void) => () => void;
  /** Epoch milliseconds of the oldest answer shown in place of the server's; null: all of it is the server's. */
  shownFrom: () => number | null;
  /** A kept answer was shown. */
  noticeKept: (at: number) => void;
  /** The server answered. */
  noticeAnswer: () => void;
}

/** A server that is only slow must not be asked everything again each time it answers late. */
const REST_MS = 30_000;

export function createReach(onBack: () => void): Reach {
  let backAt = 0;
  const listeners = new Set<() => void>();
  let oldest: number | null = null;

  function show(at: number | null): void {
    if (at === oldest) return;
    oldest = at;
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shownFrom: () => oldest,
    noticeKept: (at) => show(oldest === null ? at : Math.min(oldest, at)),
    noticeAnswer() {
      if (oldest === null) return;
      show(null);
      if (Date.now() - backAt < REST_MS) return;
      backAt = Date.now();
      onBack();
    },
  };
}
