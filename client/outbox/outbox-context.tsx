import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Id } from "../../shared/ids.ts";
import type { OutboxEntry } from "./entries.ts";
import type { Outbox, OutboxSnapshot } from "./outbox.ts";

const OutboxContext = createContext<Outbox | null>(null);

export const OutboxProvider = OutboxContext.Provider;

/** The writes that wait on this device. */
export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (outbox === null) throw new Error("useOutbox is used outside of the application");
  return outbox;
}

export function useOutboxSnapshot(): OutboxSnapshot {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot);
}

/** What waits, or was refused, of this person; oldest first. */
export function useEntriesOf(userId: Id): readonly OutboxEntry[] {
  const { queue } = useOutboxSnapshot();
  return useMemo(() => queue.entries.filter((entry) => entry.userId === userId), [queue, userId]);
}
