const WATCH_MS = 500;

/** SIGTERM to npm ends npm and its shell, and does not reach us: their end does. */
export function whenParentEnds(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, WATCH_MS);
  watch.unref();
}
