/** Runs alone among the tabs of this browser; where locks do not exist (plain http), the server's memory of ids does. */
export async function aloneInBrowser(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  await (locks === undefined ? work() : locks.request(NAME, work));
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

const NAME = "bonnepart-outbox";
