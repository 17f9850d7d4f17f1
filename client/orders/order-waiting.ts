import type { Id } from "../../shared/ids.ts";
import type { Queue } from "../outbox/entries.ts";
import type { DraftOwner } from "./draft-storage.ts";
import type { OrderStart } from "./order-start.ts";
import { startOfEntry } from "./order-start.ts";

/** The order as its latest save in the outbox has it; null: none waits, nor was refused. */
export function orderWaiting(
  { entries }: Queue,
  { owner, orderId }: { owner: DraftOwner; orderId: Id | undefined },
): OrderStart | null {
  const entry = entries.findLast(
    ({ kind, subject, userId, canteenId }) =>
      kind === "orders.save" &&
      subject === orderId &&
      userId === owner.userId &&
      canteenId === owner.canteenId,
  );
  return entry?.kind === "orders.save" ? startOfEntry(entry) : null;
}
