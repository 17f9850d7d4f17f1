import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { useTRPC } from "../trpc.ts";
import { showUndoToast } from "../ui/toasts.tsx";

/** Takes a document off the list, with its undo: the file is there for a day. */
export function useDiscardInvoice(canteenId: Id): (document: { id: Id; fileId: string }) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const settle = (): void => void queryClient.invalidateQueries({ queryKey: trpc.invoices.pathKey() });
  const open = useMutation(trpc.invoices.open.mutationOptions({ onSuccess: settle }));
  const discard = useMutation(trpc.invoices.discard.mutationOptions());
  return ({ id, fileId }) => {
    discard.mutate(
      { canteenId, invoiceId: id },
      {
        onSuccess: async () => {
          await navigate({ to: "/factures" });
          settle();
          showUndoToast({
            message: t`Pièce retirée de la liste`,
            onUndo: () => open.mutate({ canteenId, fileId, invoiceId: newId() }),
          });
        },
      },
    );
  };
}
