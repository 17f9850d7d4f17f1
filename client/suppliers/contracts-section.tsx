import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CATEGORY_LABELS } from "../../shared/categories.ts";
import type { StoredContractLot } from "../../shared/contract-lots.ts";
import { categoriesOpened, lotName } from "../../shared/contract-lots.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { RowActions } from "../ui/row-actions.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import { DateText } from "../ui/values.tsx";
import { ContractForm } from "./contract-form.tsx";
import { AddButton, RecordSection } from "./record-section.tsx";
import classes from "./suppliers.module.css";

interface ContractsSectionProps {
  supplierId: Id;
  /** Its organisation is the one that awarded. */
  canteenId: Id;
  /** The supplier's articles: what a lot may mark. */
  offers: readonly { id: Id; name: string; active: boolean }[];
  writes: boolean;
  onMoved: (moved: Moved | null) => void;
}

/** Contracts awarded to the supplier, for what they make count: externalities, performance. */
export function ContractsSection(props: ContractsSectionProps): React.ReactNode {
  const { supplierId, canteenId, offers, writes, onMoved } = props;
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.contractLots.list.queryOptions({ canteenId, supplierId }));
  const [form, setForm] = useState<{ id: Id; lot: StoredContractLot | null } | null>(null);
  const remove = useRemoveLot({ supplierId, canteenId, onMoved });
  const columns = useColumns({ writes, onEdit: (lot) => setForm({ id: lot.id, lot }), onRemove: remove });
  const add = (
    <AddButton onClick={() => setForm({ id: newId(), lot: null })}>
      <Trans>Ajouter un lot</Trans>
    </AddButton>
  );
  return (
    <RecordSection
      id="contracts"
      title={t`Marchés`}
      action={writes && query.data !== undefined && query.data.length > 0 && add}
      drawerTitle={form?.lot === null ? t`Ajouter un lot` : t`Modifier le lot`}
      onClose={() => setForm(null)}
      form={
        form && (
          <ContractForm
            key={form.id}
            id={form.id}
            lot={form.lot}
            supplierId={supplierId}
            canteenId={canteenId}
            offers={offers}
            onSaved={(moved) => {
              setForm(null);
              onMoved(moved);
            }}
          />
        )
      }
    >
      <QueryView query={query} lines={2}>
        {(lots) => (
          <DataTable
            stacked
            caption={t`Lots de marchés du fournisseur`}
            captionHidden
            columns={columns}
            rows={lots}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title={t`Aucun marché au dossier`} action={writes && add}>
                <Trans>
                  Un lot attribué avec un critère d'externalités environnementales, ou d'environnement et
                  d'approvisionnement direct, fait compter ses achats pour EGalim.
                </Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </RecordSection>
  );
}

/** Done at once; « Annuler » puts the very same lot back. */
function useRemoveLot({
  supplierId,
  canteenId,
  onMoved,
}: Pick<ContractsSectionProps, "supplierId" | "canteenId" | "onMoved">): (lot: StoredContractLot) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const restore = useMutation(
    trpc.contractLots.save.mutationOptions({
      onSuccess: async (result) => {
        await queryClient.invalidateQueries();
        if (result.saved) onMoved(result.moved);
      },
    }),
  );
  const remove = useMutation(trpc.contractLots.remove.mutationOptions());
  return ({ id, supplierId: _supplier, ...input }) =>
    remove.mutate(
      { canteenId, id },
      {
        onSuccess: async (moved) => {
          await queryClient.invalidateQueries();
          onMoved(moved);
          showUndoToast({
            message: t`Lot supprimé`,
            onUndo: () => restore.mutate({ canteenId, supplierId, id, input }),
          });
        },
      },
    );
}

interface ColumnActions {
  writes: boolean;
  onEdit: (lot: StoredContractLot) => void;
  onRemove: (lot: StoredContractLot) => void;
}

function useColumns({ writes, onEdit, onRemove }: ColumnActions): Column<StoredContractLot>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const share = (bp: number): string => formatBasisPoints(bp, locale);
  const columns: Column<StoredContractLot>[] = [
    {
      key: "name",
      header: t`Marché et lot`,
      rowHeader: true,
      cell: (lot) => <DataText>{lotName(lot)}</DataText>,
    },
    {
      key: "families",
      header: t`Familles`,
      cell: ({ families }) =>
        families.length === 0
          ? t`toutes`
          : families.map((family) => FAMILY_SHORT_LABELS[family][locale]).join(", "),
    },
    { key: "from", header: t`Depuis`, numeric: true, cell: (lot) => <DateText date={lot.validFrom} /> },
    {
      key: "to",
      header: t`Jusqu'au`,
      numeric: true,
      cell: (lot) => (lot.validTo === null ? t`sans fin` : <DateText date={lot.validTo} />),
    },
    {
      key: "externalities",
      header: t`Externalités`,
      numeric: true,
      cell: ({ externalitiesWeightBp, marks }) => (
        <>
          {share(externalitiesWeightBp)}
          {marks.length > 0 && (
            <span className={classes.detail}>
              {" · "}
              <Plural value={marks.length} one="# article noté" other="# articles notés" />
            </span>
          )}
        </>
      ),
    },
    {
      key: "performance",
      header: t`Environnement + direct`,
      numeric: true,
      cell: (lot) => `${share(lot.environmentWeightBp)} + ${share(lot.directSupplyWeightBp)}`,
    },
    {
      key: "opens",
      header: t`Fait compter`,
      cell: (lot) =>
        categoriesOpened(lot)
          .map((category) => CATEGORY_LABELS[category][locale])
          .join(", ") || t`rien : critères hors des seuils de la loi`,
    },
  ];
  if (!writes) return columns;
  return [
    ...columns,
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (lot) => {
        const name = lotName(lot);
        return <RowActions name={name} onEdit={() => onEdit(lot)} onRemove={() => onRemove(lot)} />;
      },
    },
  ];
}
