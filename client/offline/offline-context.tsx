import { createContext, useContext, useSyncExternalStore } from "react";
import type { KeptReads } from "./kept-reads.ts";
import type { Reach } from "./reach.ts";
import type { NewVersion } from "./service-worker-registration.ts";

export interface Offline {
  reads: KeptReads;
  reach: Reach;
  newVersion: NewVersion;
}

const OfflineContext = createContext<Offline | null>(null);

export const OfflineProvider = OfflineContext.Provider;

export function useOffline(): Offline {
  const offline = useContext(OfflineContext);
  if (offline === null) throw new Error("useOffline is used outside of the application");
  return offline;
}

/** Epoch milliseconds of the oldest answer shown in place of the server's; null: the server answers. */
export function useShownFrom(): number | null {
  const { reach } = useOffline();
  return useSyncExternalStore(reach.subscribe, reach.shownFrom);
}

export function useNewVersion(): boolean {
  const { newVersion } = useOffline();
  return useSyncExternalStore(newVersion.subscribe, newVersion.isWaiting);
}
