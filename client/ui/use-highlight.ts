import { useState } from "react";

export interface Highlight {
  open: boolean;
  /** Line that Enter takes; -1: none. */
  highlighted: number;
  move: (step: 1 | -1) => void;
  close: () => void;
  /** Another text: the list opens again on its first line. */
  reset: () => void;
}

/** Which line of a list of `count` is highlighted. `first`: the one before any arrow; -1: none. */
export function useHighlight(
  count: number,
  { wanted, first }: { wanted: boolean; first: 0 | -1 },
): Highlight {
  const [moved, setMoved] = useState<number | null>(null);
  const [closed, setClosed] = useState(false);
  const open = wanted && !closed && count > 0;
  const highlighted = open ? Math.min(moved ?? first, count - 1) : -1;
  return {
    open,
    highlighted,
    move: (step) => setMoved(nextIndex(highlighted, step, count)),
    close: () => setClosed(true),
    reset: () => {
      setMoved(null);
      setClosed(false);
    },
  };
}

/** Around both ends; from nowhere, the first or the last. */
function nextIndex(from: number, step: 1 | -1, count: number): number {
  if (from === -1) return step === 1 ? 0 : count - 1;
  return (from + step + count) % count;
}
