/** States that undo and redo walk through; immutable states share what did not change. */
export interface History<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
}

const MOST_STEPS = 200;

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/** One more step; the same state again is no step. */
export function record<State>(history: History<State>, present: State): History<State> {
  if (present === history.present) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [] };
}

/** One step back; unchanged when there is none. */
export function undo<State>({ past, present, future }: History<State>): History<State> {
  const previous = past.at(-1);
  if (previous === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: previous, future: [present, ...future] };
}

/** One step forth again; unchanged when there is none. */
export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: rest };
}
