import type { Id } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";

/** The names tRPC gives to the end of its events, and to the error that ends them. */
const ENDS = ["return", "serialized-error"] as const;

/**
 * Hears of a run as the server tells it. The browser's own reader, which connects again by itself: that of tRPC would
 * be loaded with every first page. Returns what stops it; where it fails, the state is asked for all the same.
 */
export function followRun(
  { canteenId, importId }: { canteenId: Id; importId: Id },
  onRun: (run: ImportRun) => void,
): () => void {
  const input = encodeURIComponent(JSON.stringify({ canteenId, importId }));
  const source = new EventSource(`/trpc/importRuns.follow?input=${input}`);
  const stop = (): void => source.close();
  source.addEventListener("message", ({ data }: MessageEvent<string>) => onRun(JSON.parse(data)));
  for (const end of ENDS) source.addEventListener(end, stop);
  return stop;
}
