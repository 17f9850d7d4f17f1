import { useState } from "react";
import { useEscape } from "./use-escape.ts";

/** What a chart says where it is pointed at; Escape closes it, and another place of the chart opens it again. */
export function ChartTip({ at, children }: { at: unknown; children: React.ReactNode }): React.ReactNode {
  const [closedAt, setClosedAt] = useState<unknown>(null);
  if (at === null && closedAt !== null) setClosedAt(null);
  useEscape(at !== null, () => setClosedAt(at));
  return at === null || at === closedAt ? null : children;
}
