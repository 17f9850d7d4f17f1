const NAME = "bonnepart-outbox";
/** A tab that the system has put to sleep may hold its turn for hours. */
const PATIENCE_MS = 60_000;

/**
 * Runs alone among the tabs of this browser. Where that cannot be had (plain http, a tab asleep), it runs all the
 * same: the server knows each order by its id.
 */
export async function aloneInBrowser(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return work();
  const turn = new AbortController();
  const late = setTimeout(() => turn.abort(), PATIENCE_MS);
  let started = false;
  try {
    await locks.request(NAME, { signal: turn.signal }, () => {
      started = true;
      clearTimeout(late);
      return work();
    });
  } catch (error) {
    if (started) throw error;
    await work();
  }
}

/** Word between the tabs of this browser that the queue changed. */
export function tabChannel(): { tell: () => void; listen: (listener: () => void) => () => void } {
  const channel = new BroadcastChannel(NAME);
  return {
    tell: () => channel.postMessage("changed"),
    listen(listener) {
      channel.addEventListener("message", listener);
      return () => channel.removeEventListener("message", listener);
    },
  };
}
