/** What a person does on a page, other than reading it, scrolling it or moving through it. */
const DONE = ["click", "input"] as const;

export interface PassedOver {
  /** The page. */
  page: EventTarget;
  /** Nothing takes it away before. */
  lifeMs: number;
  /** Whether the event is an answer to what is shown. */
  isInside: (event: Event) => boolean;
  onPassed: () => void;
}

/**
 * Calls `onPassed` at the first thing done elsewhere once its life is over. Time alone takes nothing away: who reads,
 * or goes to it key by key, has all the time there is (RGAA 13.1). Returns what stops it.
 */
export function whenPassedOver({ page, lifeMs, isInside, onPassed }: PassedOver): () => void {
  function onDone(event: Event): void {
    if (isInside(event)) return;
    stop();
    onPassed();
  }
  function stop(): void {
    clearTimeout(timer);
    for (const kind of DONE) page.removeEventListener(kind, onDone, { capture: true });
  }
  const timer = setTimeout(() => {
    for (const kind of DONE) page.addEventListener(kind, onDone, { capture: true });
  }, lifeMs);
  return stop;
}
