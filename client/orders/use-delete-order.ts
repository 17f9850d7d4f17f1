import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Id } from "../../shared/ids.ts";
import { useTRPC } from "../trpc.ts";
import { showUndoToast } from "../ui/toasts.tsx";

/** Deletes at once; the toast puts the order back. */
export function useDeleteOrder(canteenId: Id): (orderId: Id, onDeleted?: () => void) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = (): void => {
    void queryClient.invalidateQueries({ queryKey: trpc.orders.list.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.indicators.pathKey() });
  };
  const restore = useMutation(trpc.orders.restore.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(trpc.orders.delete.mutationOptions({ onSuccess: refresh }));
  return (orderId, onDeleted) =>
    remove.mutate(
      { canteenId, orderId },
      {
        onSuccess: () => {
          showUndoToast({
            message: t`Commande supprimée`,
            onUndo: () => restore.mutate({ canteenId, orderId }),
          });
          onDeleted?.();
        },
      },
    );
}
