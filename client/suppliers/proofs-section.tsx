import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isReplaced, SCHEME_LABELS } from "../../shared/certificates.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { ProofBadge } from "../proof-badge.tsx";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { RowActions } from "../ui/row-actions.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import { DateText } from "../ui/values.tsx";
import { CertificateForm } from "./certificate-form.tsx";
import { AddButton, RecordSection } from "./record-section.tsx";
import classes from "./suppliers.module.css";

type ShownCertificate = RouterOutputs["suppliers"]["get"]["certificates"][number];

interface ProofsSectionProps {
  supplierId: string;
  certificates: readonly ShownCertificate[];
  /** The supplier's articles: what a proof may name. */
  offers: readonly { id: Id; name: string }[];
  writes: boolean;
  onMoved: (moved: Moved | null) => void;
}

export function ProofsSection({
  supplierId,
  certificates,
  offers,
  writes,
  onMoved,
}: ProofsSectionProps): React.ReactNode {
  const { t } = useLingui();
  const [form, setForm] = useState<{ id: string; certificate: ShownCertificate | null } | null>(null);
  const remove = useRemove(supplierId, onMoved);
  const columns = useColumns({
    certificates,
    writes,
    onEdit: (certificate) => setForm({ id: certificate.id, certificate }),
    onRemove: remove,
  });
  const add = (
    <AddButton onClick={() => setForm({ id: newId(), certificate: null })}>
      <Trans>Ajouter une preuve</Trans>
    </AddButton>
  );
  return (
    <RecordSection
      id="proofs"
      title={t`Preuves`}
      action={writes && certificates.length > 0 && add}
      drawerTitle={form?.certificate === null ? t`Ajouter une preuve` : t`Modifier la preuve`}
      onClose={() => setForm(null)}
      form={
        form && (
          <CertificateForm
            key={form.id}
            id={form.id}
            supplierId={supplierId}
            certificate={form.certificate}
            offers={offers}
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
        caption={t`Preuves du fournisseur`}
        captionHidden
        columns={columns}
        rows={certificates}
        rowKey={(row) => row.id}
        download={tableFile("preuves-fournisseur", { id: supplierId })}
        empty={
          <EmptyState title={t`Aucune preuve au dossier`} action={writes && add}>
            <Trans>
              Sans certificat en cours de validité, ses produits sont comptés « déclarés », pas « confirmés ».
            </Trans>
          </EmptyState>
        }
      />
    </RecordSection>
  );
}

/** Done at once; « Annuler » puts the very same proof back. */
function useRemove(
  supplierId: string,
  onMoved: ProofsSectionProps["onMoved"],
): (row: ShownCertificate) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const restore = useMutation(
    trpc.certificates.save.mutationOptions({
      onSuccess: async (result) => {
        await queryClient.invalidateQueries();
        if (result.saved) onMoved(result.moved);
      },
    }),
  );
  const remove = useMutation(trpc.certificates.remove.mutationOptions());
  return (row) =>
    remove.mutate(
      { id: row.id },
      {
        onSuccess: async (moved) => {
          await queryClient.invalidateQueries();
          onMoved(moved);
          const { scheme, number, controlBody, families, offerIds, validFrom, validTo, fileId } = row;
          showUndoToast({
            message: t`Preuve supprimée`,
            onUndo: () =>
              restore.mutate({
                id: row.id,
                supplierId,
                input: { scheme, number, controlBody, families, offerIds, validFrom, validTo, fileId },
              }),
          });
        },
      },
    );
}

interface ColumnActions {
  certificates: readonly ShownCertificate[];
  writes: boolean;
  onEdit: (row: ShownCertificate) => void;
  onRemove: (row: ShownCertificate) => void;
}

function useColumns({ certificates, writes, onEdit, onRemove }: ColumnActions): Column<ShownCertificate>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<ShownCertificate>[] = [
    { key: "scheme", header: t`Preuve`, rowHeader: true, cell: (row) => SCHEME_LABELS[row.scheme][locale] },
    {
      key: "state",
      header: t`À ce jour`,
      cell: (row) => <ProofBadge proof={row.proof} replaced={isReplaced(row, certificates)} />,
    },
    {
      key: "number",
      header: t`Numéro`,
      cell: (row) => (
        <>
          <span className={classes.number}>{row.number}</span>
          {row.controlBody !== null && <span className={classes.detail}> · {row.controlBody}</span>}
        </>
      ),
    },
    {
      key: "families",
      header: t`Familles`,
      cell: (row) => <Coverage row={row} />,
    },
    { key: "from", header: t`Depuis`, numeric: true, cell: (row) => <DateText date={row.validFrom} /> },
    {
      key: "to",
      header: t`Jusqu'au`,
      numeric: true,
      cell: (row) => (row.validTo === null ? t`sans fin` : <DateText date={row.validTo} />),
    },
    { key: "file", header: t`Document`, cell: (row) => <ProofDocument row={row} /> },
  ];
  if (!writes) return columns;
  return [
    ...columns,
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => {
        const name = `${SCHEME_LABELS[row.scheme][locale]} ${row.number}`;
        return <RowActions name={name} onEdit={() => onEdit(row)} onRemove={() => onRemove(row)} />;
      },
    },
  ];
}

function Coverage({ row: { families, offerIds } }: { row: ShownCertificate }): React.ReactNode {
  const locale = useLocale();
  const named = families.map((family) => FAMILY_SHORT_LABELS[family][locale]).join(", ");
  return (
    <>
      {named === "" ? <Trans>toutes</Trans> : named}
      {offerIds.length > 0 && (
        <span className={classes.detail}>
          {" · "}
          <Plural value={offerIds.length} one="# article seulement" other="# articles seulement" />
        </span>
      )}
    </>
  );
}

function ProofDocument({ row: { file } }: { row: ShownCertificate }): React.ReactNode {
  if (file === null) return <Trans>non déposé</Trans>;
  return (
    <Anchor href={`/files/proofs/${file.id}`} download>
      {file.name}
    </Anchor>
  );
}
