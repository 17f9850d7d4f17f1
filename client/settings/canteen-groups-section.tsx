import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CanteenGroup } from "../../shared/canteen-groups.ts";
import { newId } from "../../shared/ids.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { RowActions } from "../ui/row-actions.tsx";
import { Section } from "../ui/section.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import { CanteenGroupForm } from "./canteen-group-form.tsx";

/** Named sets of canteens that the dashboards may be narrowed to. */
export function CanteenGroupsSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.canteenGroups.listOfOrganisation.queryOptions());
  const [form, setForm] = useState<{ id: string; group: CanteenGroup | null } | null>(null);
  const columns = useColumns((group) => setForm({ id: group.id, group }));
  return (
    <Section
      id="canteen-groups"
      title={t`Groupes de cantines`}
      lead={<Trans>Les chiffres du territoire peuvent se limiter aux cantines d'un groupe.</Trans>}
      action={
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => setForm({ id: newId(), group: null })}
        >
          <Trans>Nouveau groupe</Trans>
        </Button>
      }
    >
      <QueryView query={query}>
        {(groups) => (
          <DataTable
            stacked
            caption={t`Groupes de cantines de l'organisation`}
            captionHidden
            columns={columns}
            rows={groups}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title={t`Aucun groupe`}>
                <Trans>Par exemple : collèges ruraux, cuisines centrales, cantines d'un même secteur.</Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
      <SideDrawer
        title={form?.group === null ? t`Nouveau groupe` : t`Modifier le groupe`}
        opened={form !== null}
        onClose={() => setForm(null)}
      >
        {form !== null && (
          <CanteenGroupForm key={form.id} id={form.id} group={form.group} onSaved={() => setForm(null)} />
        )}
      </SideDrawer>
    </Section>
  );
}

function useColumns(onEdit: (group: CanteenGroup) => void): Column<CanteenGroup>[] {
  const { t } = useLingui();
  const remove = useRemove();
  return [
    { key: "name", header: t`Nom`, rowHeader: true, cell: (row) => <DataText>{row.name}</DataText> },
    {
      key: "canteens",
      header: t`Cantines`,
      cell: ({ canteenIds }) => <Plural value={canteenIds.length} one="# cantine" other="# cantines" />,
    },
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => <RowActions name={row.name} onEdit={() => onEdit(row)} onRemove={() => remove(row)} />,
    },
  ];
}

/** Done at once; « Annuler » makes the very same group again. */
function useRemove(): (group: CanteenGroup) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries();
  const restore = useMutation(trpc.canteenGroups.save.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.canteenGroups.remove.mutationOptions({ onSuccess }));
  return ({ id, name, canteenIds }) =>
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          showUndoToast({
            message: t`Groupe supprimé`,
            onUndo: () => restore.mutate({ id, input: { name, canteenIds } }),
          }),
      },
    );
}
