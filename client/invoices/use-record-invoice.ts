import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { InvoiceRecord } from "../../shared/invoices/record.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { OrderIssue } from "../../shared/orders.ts";
import { useTRPC } from "../trpc.ts";
import { showUndoToast } from "../ui/toasts.tsx";

/** Records an invoice, with its undo; what the server refuses is told. Sent twice, it is recorded once. */
export function useRecordInvoice({
  canteenId,
  invoice,
  onRecorded,
}: {
  canteenId: Id;
  invoice: Invoice;
  onRecorded: () => void;
}): { record: (record: InvoiceRecord) => void; busy: boolean; issues: readonly OrderIssue[] } {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [issues, setIssues] = useState<readonly OrderIssue[]>([]);
  const undo = useUnrecordInvoice(canteenId);
  const send = useMutation(trpc.invoices.record.mutationOptions());
  const number = invoice.number ?? "";
  return {
    busy: send.isPending,
    issues,
    record: (record) =>
      send.mutate(
        { canteenId, record },
        {
          onSuccess: (result) => {
            if (!result.recorded) {
              setIssues(result.issues);
              void queryClient.invalidateQueries({ queryKey: trpc.invoices.pathKey() });
              return;
            }
            onRecorded();
            void queryClient.invalidateQueries();
            showUndoToast({
              message: t`Facture ${number} enregistrée`,
              onUndo: () => undo(record.invoiceId),
            });
          },
        },
      ),
  };
}

/** Takes back what recording wrote. */
export function useUnrecordInvoice(canteenId: Id): (invoiceId: Id) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const undo = useMutation(
    trpc.invoices.unrecord.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  );
  return (invoiceId) => undo.mutate({ canteenId, invoiceId });
}
