import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { SOCIAL_STATUS_LABELS } from "../../shared/social-statuses.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { RowActions } from "../ui/row-actions.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import { DateText } from "../ui/values.tsx";
import { AddButton, RecordSection } from "./record-section.tsx";
import { StatusForm } from "./status-form.tsx";

type ShownStatus = RouterOutputs["suppliers"]["get"]["statuses"][number];

interface StatusesSectionProps {
  supplierId: string;
  statuses: readonly ShownStatus[];
  writes: boolean;
  onMoved: (moved: Moved | null) => void;
}

/** Legal form, work of insertion, approval, label and charter: a purchase counts by what held on its day. */
export function StatusesSection({
  supplierId,
  statuses,
  writes,
  onMoved,
}: StatusesSectionProps): React.ReactNode {
  const { t } = useLingui();
  const [form, setForm] = useState<{ id: string; status: ShownStatus | null } | null>(null);
  const remove = useRemove(onMoved);
  const columns = useColumns({
    writes,
    onEdit: (status) => setForm({ id: status.id, status }),
    onRemove: remove,
  });
  const add = (
    <AddButton onClick={() => setForm({ id: newId(), status: null })}>
      <Trans>Ajouter un statut</Trans>
    </AddButton>
  );
  return (
    <RecordSection
      id="statuses"
      title={t`Économie sociale et insertion`}
      action={writes && statuses.length > 0 && add}
      drawerTitle={form?.status === null ? t`Ajouter un statut` : t`Modifier le statut`}
      onClose={() => setForm(null)}
      form={
        form && (
          <StatusForm
            key={form.id}
            id={form.id}
            supplierId={supplierId}
            status={form.status}
            onSaved={(moved) => {
              setForm(null);
              onMoved(moved);
            }}
          />
        )
      }
    >
      <DataTable
        stacked
        caption={t`Statuts du fournisseur`}
        captionHidden
        columns={columns}
        rows={statuses}
        rowKey={(row) => row.id}
        download={tableFile("statuts-fournisseur", { id: supplierId })}
        empty={
          <EmptyState title={t`Aucun statut noté`} action={writes && add}>
            <Trans>
              Forme juridique, insertion, agrément ESUS, label : ce qui est noté ici compte dans la part de
              l'économie sociale, à ses dates.
            </Trans>
          </EmptyState>
        }
      />
    </RecordSection>
  );
}

/** Done at once; « Annuler » puts the very same status back. */
function useRemove(onMoved: StatusesSectionProps["onMoved"]): (row: SupplierStatus) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const restore = useMutation(
    trpc.supplierStatuses.save.mutationOptions({
      onSuccess: async (result) => {
        await queryClient.invalidateQueries();
        if (result.saved) onMoved(result.moved);
      },
    }),
  );
  const remove = useMutation(trpc.supplierStatuses.remove.mutationOptions());
  return ({ id, supplierId, status, reference, validFrom, validTo }) =>
    remove.mutate(
      { id },
      {
        onSuccess: async (moved) => {
          await queryClient.invalidateQueries();
          onMoved(moved);
          showUndoToast({
            message: t`Statut supprimé`,
            onUndo: () =>
              restore.mutate({ id, supplierId, input: { status, reference, validFrom, validTo } }),
          });
        },
      },
    );
}

interface ColumnActions {
  writes: boolean;
  onEdit: (row: ShownStatus) => void;
  onRemove: (row: ShownStatus) => void;
}

function useColumns({ writes, onEdit, onRemove }: ColumnActions): Column<ShownStatus>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<ShownStatus>[] = [
    {
      key: "status",
      header: t`Statut`,
      rowHeader: true,
      cell: (row) => SOCIAL_STATUS_LABELS[row.status][locale],
    },
    { key: "state", header: t`À ce jour`, cell: (row) => <State row={row} /> },
    {
      key: "from",
      header: t`Depuis`,
      numeric: true,
      cell: ({ validFrom }) => (validFrom === null ? t`toujours` : <DateText date={validFrom} />),
    },
    {
      key: "to",
      header: t`Jusqu'au`,
      numeric: true,
      cell: ({ validTo }) => (validTo === null ? t`sans fin` : <DateText date={validTo} />),
    },
    { key: "proof", header: t`Preuve`, cell: ({ reference }) => reference ?? t`aucune` },
  ];
  if (!writes) return columns;
  return [
    ...columns,
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => (
        <RowActions
          name={SOCIAL_STATUS_LABELS[row.status][locale]}
          onEdit={() => onEdit(row)}
          onRemove={() => onRemove(row)}
        />
      ),
    },
  ];
}

/** Confirmed by what is on file, only declared, or not of today. */
function State({ row }: { row: ShownStatus }): React.ReactNode {
  const { t } = useLingui();
  if (!row.holds) return t`pas à ce jour`;
  return <StatusBadge status={row.reference === null ? "declared" : "confirmed"} />;
}
