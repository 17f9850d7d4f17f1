import { makeWriteClient } from "../trpc.ts";
import { aloneInBrowser, tabChannel } from "./browser-world.ts";
import type { Outbox } from "./outbox.ts";
import { createOutbox } from "./outbox.ts";
import { sendEntry } from "./send-entry.ts";
import { indexedDbStorage } from "./storage.ts";
import { markWaiting } from "./waiting-mark.ts";

/** The outbox of this tab, in the browser's own storage, tried again when the network or the person comes back. */
export function openOutbox(events: { onSignedOut: () => void; onAcknowledged: () => void }): Outbox {
  const client = makeWriteClient();
  const channel = tabChannel();
  const outbox = createOutbox({
    storage: indexedDbStorage(),
    send: (entry) => sendEntry(client, entry),
    alone: aloneInBrowser,
    tellOthers: channel.tell,
    onToldByOthers: channel.listen,
    now: Date.now,
    ...events,
  });
  askToKeep(outbox);
  outbox.subscribe(() => {
    const { ready, queue } = outbox.snapshot();
    if (ready) markWaiting(queue.entries.length > 0);
  });
  window.addEventListener("online", () => outbox.retry());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") outbox.retry();
  });
  return outbox;
}

/** Once something really waits here, the browser is asked not to clear it when the disk fills up. */
function askToKeep(outbox: Outbox): void {
  const stop = outbox.subscribe(() => {
    if (
      !outbox.snapshot().queue.entries.some(({ attempts, state }) => attempts > 0 && state.name === "waiting")
    )
      return;
    stop();
    const storage: StorageManager | undefined = navigator.storage;
    void storage?.persist().catch(() => false);
  });
}
