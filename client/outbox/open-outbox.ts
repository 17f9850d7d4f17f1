import { makeWriteClient } from "../trpc.ts";
import { aloneInBrowser, tabChannel } from "./browser-world.ts";
import type { Outbox } from "./outbox.ts";
import { createOutbox } from "./outbox.ts";
import { sendEntry } from "./send-entry.ts";
import { indexedDbStorage } from "./storage.ts";

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
  window.addEventListener("online", () => outbox.retry());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") outbox.retry();
  });
  return outbox;
}
