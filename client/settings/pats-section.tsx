import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { ShownPat } from "../../shared/pats.ts";
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
import { PatForm } from "./pat-form.tsx";
import classes from "./settings.module.css";

interface SectionProps {
  onMoved: (moved: Moved | null) => void;
}

/** Which communes form a projet alimentaire territorial: « local » may mean it, and a role be given on it. */
export function PatsSection({ onMoved }: SectionProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.pats.list.queryOptions());
  const [form, setForm] = useState<{ id: string; pat: ShownPat | null } | null>(null);
  const remove = useRemove(onMoved);
  const columns = useColumns({ onEdit: (pat) => setForm({ id: pat.id, pat }), onRemove: remove });
  return (
    <Section
      id="pats"
      title={t`Projets alimentaires territoriaux`}
      lead={
        <Trans>
          Aucune liste nationale ne donne leurs communes : indiquez celles du vôtre. « Local » peut alors
          vouloir dire « du même PAT », et un élu en recevoir le rôle.
        </Trans>
      }
      action={
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => setForm({ id: newId(), pat: null })}
        >
          <Trans>Nouveau PAT</Trans>
        </Button>
      }
    >
      <QueryView query={query}>
        {(pats) => (
          <DataTable
            stacked
            caption={t`PAT de l'organisation`}
            captionHidden
            columns={columns}
            rows={pats}
            rowKey={(row) => row.code}
            empty={
              <EmptyState title={t`Aucun PAT`}>
                <Trans>À remplir seulement si votre organisation participe à un PAT.</Trans>
              </EmptyState>
            }
          />
        )}
      </QueryView>
      <SideDrawer
        title={form?.pat === null ? t`Nouveau PAT` : t`Modifier le PAT`}
        opened={form !== null}
        onClose={() => setForm(null)}
      >
        {form !== null && (
          <PatForm
            key={form.id}
            id={form.id}
            pat={form.pat}
            onSaved={(moved) => {
              setForm(null);
              onMoved(moved);
            }}
          />
        )}
      </SideDrawer>
    </Section>
  );
}

interface ColumnActions {
  onEdit: (pat: ShownPat) => void;
  onRemove: (pat: ShownPat) => void;
}

function useColumns({ onEdit, onRemove }: ColumnActions): Column<ShownPat>[] {
  const { t } = useLingui();
  return [
    { key: "name", header: t`Nom`, rowHeader: true, cell: (row) => <DataText>{row.name}</DataText> },
    {
      key: "communes",
      header: t`Communes`,
      cell: ({ communes }) => <CommunesText names={communes.map(({ name }) => name)} />,
    },
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => (
        <RowActions
          name={row.name}
          onEdit={() => onEdit(row)}
          {...(row.granted ? {} : { onRemove: () => onRemove(row) })}
        >
          {row.granted && (
            <span className={classes.detail}>
              <Trans>Un compte y a un rôle</Trans>
            </span>
          )}
        </RowActions>
      ),
    },
  ];
}

const NAMED = 3;

/** « 46 communes : Arras, Bapaume, Lens… ». */
function CommunesText({ names }: { names: readonly string[] }): React.ReactNode {
  const count = names.length;
  const first = names.slice(0, NAMED).join(", ");
  const more = count > NAMED ? "…" : "";
  return (
    <>
      <Plural value={count} one="# commune" other="# communes" />{" "}
      <span className={classes.detail}>
        ({first}
        {more})
      </span>
    </>
  );
}

/** Done at once; « Annuler » draws the very same PAT again. */
function useRemove(onMoved: SectionProps["onMoved"]): (pat: ShownPat) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const restore = useMutation(
    trpc.pats.save.mutationOptions({
      onSuccess: async (result) => {
        await queryClient.invalidateQueries();
        if (result.saved) onMoved(result.moved);
      },
    }),
  );
  const remove = useMutation(trpc.pats.remove.mutationOptions());
  return ({ id, name, communes }) =>
    remove.mutate(
      { id },
      {
        onSuccess: async (moved) => {
          await queryClient.invalidateQueries();
          onMoved(moved);
          showUndoToast({
            message: t`PAT supprimé`,
            onUndo: () => restore.mutate({ id, input: { name, communes: communes.map(({ code }) => code) } }),
          });
        },
      },
    );
}
