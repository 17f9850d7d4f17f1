import { useEffect } from "react";
import type { Id } from "../../shared/ids.ts";
import { readKey } from "../offline/kept-reads-link.ts";
import { useOffline } from "../offline/offline-context.tsx";
import { useTRPCClient } from "../trpc.ts";

/** The page has been read and nobody waits for it. */
const CALM_MS = 5_000;
const FRESH_MS = 12 * 60 * 60 * 1000;
const MOST_SUPPLIERS = 20;

/** Keeps the articles of the suppliers used lately on this device, for the day the server is away. */
export function useKeptCatalogues(canteenId: Id, supplierIds: readonly Id[]): void {
  const { reads } = useOffline();
  const client = useTRPCClient();
  const wanted = supplierIds.slice(0, MOST_SUPPLIERS).join();
  useEffect(() => {
    let left = false;
    async function keepAll(): Promise<void> {
      for (const supplierId of wanted.split(",").filter(Boolean)) {
        const input = { canteenId, supplierId };
        const kept = await reads.find(readKey("orders.catalogue", input));
        if (left) return;
        if (kept === null || Date.now() - kept.at > FRESH_MS) await client.orders.catalogue.query(input);
      }
    }
    // What fails is asked again another time.
    const calm = setTimeout(() => void keepAll().catch(() => undefined), CALM_MS);
    return () => {
      left = true;
      clearTimeout(calm);
    };
  }, [reads, client, canteenId, wanted]);
}
