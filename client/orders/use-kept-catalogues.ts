import { useEffect } from "react";
import type { Id } from "../../shared/ids.ts";
import { readKey } from "../offline/kept-reads-link.ts";
import { useOffline } from "../offline/offline-context.tsx";
import { useTRPCClient } from "../trpc.ts";

/** The page has been read, and nobody types: what answers costs a key its instant. */
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
    let pressedAt = performance.now();
    const notePress = (): void => {
      pressedAt = performance.now();
    };

    async function untilCalm(): Promise<void> {
      for (let rest = CALM_MS; rest > 0; rest = pressedAt + CALM_MS - performance.now())
        await new Promise((resolve) => setTimeout(resolve, rest));
    }

    async function keepAll(): Promise<void> {
      for (const supplierId of wanted.split(",").filter(Boolean)) {
        if (performance.now() - pressedAt < CALM_MS) await untilCalm();
        const input = { canteenId, supplierId };
        const kept = left ? null : await reads.find(readKey("orders.catalogue", input));
        if (left) return;
        if (kept === null || Date.now() - kept.at > FRESH_MS) await client.orders.catalogue.query(input);
      }
    }

    addEventListener("keydown", notePress, { capture: true, passive: true });
    // What fails is asked again another time.
    void keepAll().catch(() => undefined);
    return () => {
      left = true;
      removeEventListener("keydown", notePress, { capture: true });
    };
  }, [reads, client, canteenId, wanted]);
}
