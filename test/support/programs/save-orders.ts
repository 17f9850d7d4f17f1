import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { newId } from "../../../shared/ids.ts";
import { actionContext, anOrder, anOrderLine } from "../seed.ts";

/** What its parent asks: so many orders, until one is refused. */
export interface SaveAsked {
  canteenId: string;
  supplierId: string;
  orders: number;
  /** Lines of each order. */
  lines: number;
}

export interface SavedOrders {
  acknowledged: string[];
  /** Code of what refused the last one; null: all were kept. */
  refused: string | null;
}

// A write beyond the size that the system allows then fails, and does not end the process.
process.on("SIGXFSZ", () => undefined);

// Saves orders on one database as its parent asks, for as long as it lives, whatever the disk answers.
const opened = await openDatabase<Database>({ url: process.argv[2] ?? "" });
process.on("message", async ({ canteenId, supplierId, orders, lines: count }: SaveAsked) => {
  const answer: SavedOrders = { acknowledged: [], refused: null };
  for (let at = 0; at < orders && answer.refused === null; at++) {
    const lines = Array.from({ length: count }, () => anOrderLine());
    const order = anOrder({ id: newId(), supplierId, lines });
    try {
      const outcome = await saveOrder(actionContext(opened), canteenId, order);
      if (outcome.saved) answer.acknowledged.push(order.id);
      else answer.refused = "not saved";
    } catch (error) {
      answer.refused = error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  }
  process.send?.(answer);
});
process.send?.("ready");
