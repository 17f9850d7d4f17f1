import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { NewEntry, OutboxEntry } from "../outbox/entries.ts";
import { useOutbox } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPCClient } from "../trpc.ts";
import { showErrorToast, showUndoToast } from "../ui/toasts.tsx";

/** How long the page looks at the server before it says that the deletion waits. */
const PATIENCE_MS = 4_000;

export interface OrderToDelete {
  id: Id;
  supplierName: string;
}

/** Deletes at once, or as soon as the server answers; the toast puts the order back. */
export function useDeleteOrder(canteenId: Id): (order: OrderToDelete, onDeleted?: () => void) => void {
  const { t } = useLingui();
  const { user } = useSession();
  const outbox = useOutbox();
  const client = useTRPCClient();
  const queryClient = useQueryClient();

  async function remove(order: OrderToDelete, onDeleted?: () => void): Promise<void> {
    try {
      const done = await write("orders.delete", order);
      onDeleted?.();
      showUndoToast({
        message: done
          ? t`Commande supprimée`
          : t`Suppression gardée sur cet appareil, faite dès que possible`,
        onUndo: () => void write("orders.restore", order).catch(showErrorToast),
      });
    } catch (error) {
      showErrorToast(error);
    }
  }

  /** True: the server has done it; false: it waits here. Rejects when the server refuses. */
  async function write(kind: "orders.delete" | "orders.restore", order: OrderToDelete): Promise<boolean> {
    const entry = await keep({
      id: newId(),
      kind,
      userId: user.id,
      canteenId,
      subject: order.id,
      version: 0,
      after: null,
      payload: { supplierName: order.supplierName },
    });
    if (entry === null) return writeDirectly(kind, order.id);
    const seen = await outbox.watch(entry.id, PATIENCE_MS);
    if (seen.end === "refused") throw await takeRefusal(entry.id);
    return seen.end === "acknowledged";
  }

  /** Null: this browser refuses to keep it. */
  function keep(entry: NewEntry): Promise<OutboxEntry | null> {
    return outbox.add(entry).catch(() => null);
  }

  async function writeDirectly(kind: "orders.delete" | "orders.restore", orderId: Id): Promise<boolean> {
    const { delete: del, restore } = client.orders;
    await (kind === "orders.delete" ? del : restore).mutate({ canteenId, orderId });
    for (const noun of ["orders", "indicators"]) void queryClient.invalidateQueries({ queryKey: [[noun]] });
    return true;
  }

  /** Nothing was typed: the refusal is said, and nothing of it is kept. */
  async function takeRefusal(id: Id): Promise<unknown> {
    const state = outbox.snapshot().queue.entries.find((entry) => entry.id === id)?.state;
    await outbox.discard(id);
    return { data: { appCode: state?.name === "refused" ? state.code : "INTERNAL" } };
  }

  return (order, onDeleted) => void remove(order, onDeleted);
}
