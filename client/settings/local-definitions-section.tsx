import "@mantine/core/styles/Badge.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatKm } from "../../shared/format/measures.ts";
import { newId } from "../../shared/ids.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import { LOCAL_SCOPE_LABELS, localDefinitionOn } from "../../shared/local-definitions.ts";
import type { Translated } from "../../shared/locales.ts";
import type { Moved } from "../../shared/moves.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DialogModal } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { RowActions } from "../ui/row-actions.tsx";
import { Section } from "../ui/section.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import { DateText } from "../ui/values.tsx";
import { LocalDefinitionForm } from "./local-definition-form.tsx";

interface SectionProps {
  onMoved: (moved: Moved | null) => void;
}

/** What « local » means here, from which day on. */
export function LocalDefinitionsSection({ onMoved }: SectionProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.localDefinitions.list.queryOptions());
  const [form, setForm] = useState<{ id: string; definition: DatedLocalDefinition | null } | null>(null);
  const remove = useRemove(onMoved);
  return (
    <Section
      id="local"
      title={t`Ce que veut dire « local »`}
      lead={
        <Trans>
          La loi ne définit pas « local » : chaque organisation choisit, et chaque ligne est jugée avec la
          définition en vigueur à sa date.
        </Trans>
      }
      action={
        <Button
          leftSection={<Icon name="plus" />}
          variant="default"
          onClick={() => setForm({ id: newId(), definition: null })}
        >
          <Trans>Nouvelle définition</Trans>
        </Button>
      }
    >
      <QueryView query={query}>
        {(definitions) => (
          <DefinitionsTable
            definitions={definitions}
            onEdit={(definition) => setForm({ id: definition.id, definition })}
            onRemove={remove}
          />
        )}
      </QueryView>
      <DialogModal
        title={form?.definition === null ? t`Nouvelle définition` : t`Modifier la définition`}
        opened={form !== null}
        onClose={() => setForm(null)}
      >
        {form !== null && (
          <LocalDefinitionForm
            key={form.id}
            id={form.id}
            definition={form.definition}
            onSaved={(moved) => {
              setForm(null);
              onMoved(moved);
            }}
          />
        )}
      </DialogModal>
    </Section>
  );
}

interface TableProps {
  definitions: readonly DatedLocalDefinition[];
  onEdit: (definition: DatedLocalDefinition) => void;
  onRemove: (definition: DatedLocalDefinition) => void;
}

function DefinitionsTable({ definitions, onEdit, onRemove }: TableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const current = localDefinitionOn(definitions, today);
  const columns: Column<DatedLocalDefinition>[] = [
    {
      key: "from",
      header: t`À partir du`,
      rowHeader: true,
      cell: (row) => (
        <Group gap="xs">
          <DateText date={row.validFrom} />
          {row.id === current?.id && <Badge>{t`en vigueur`}</Badge>}
        </Group>
      ),
    },
    {
      key: "scope",
      header: t`Périmètre`,
      cell: (row) => scopeText(row, LOCAL_SCOPE_LABELS[row.scope], locale),
    },
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => {
        const day = formatDateShort(row.validFrom, locale);
        return (
          <RowActions
            name={t`la définition du ${day}`}
            onEdit={() => onEdit(row)}
            onRemove={() => onRemove(row)}
          />
        );
      },
    },
  ];
  return (
    <DataTable
      stacked
      caption={t`Définitions de « local »`}
      captionHidden
      columns={columns}
      rows={definitions}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t`« Local » n'est pas encore défini`}>
          <Trans>Tant qu'il ne l'est pas, aucune ligne ne compte comme locale.</Trans>
        </EmptyState>
      }
    />
  );
}

function scopeText({ radiusM }: DatedLocalDefinition, label: Translated, locale: "fr" | "en"): string {
  return radiusM === null ? label[locale] : `${label[locale]} : ${formatKm(radiusM, locale)}`;
}

/** Done at once; « Annuler » puts the very same definition back. */
function useRemove(onMoved: SectionProps["onMoved"]): (definition: DatedLocalDefinition) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const restore = useMutation(
    trpc.localDefinitions.save.mutationOptions({
      onSuccess: async (result) => {
        await queryClient.invalidateQueries();
        if (result.saved) onMoved(result.moved);
      },
    }),
  );
  const remove = useMutation(trpc.localDefinitions.remove.mutationOptions());
  return ({ id, validFrom, scope, radiusM }) =>
    remove.mutate(
      { id },
      {
        onSuccess: async (moved) => {
          await queryClient.invalidateQueries();
          onMoved(moved);
          showUndoToast({
            message: t`Définition supprimée`,
            onUndo: () => restore.mutate({ id, input: { validFrom, scope, radiusM } }),
          });
        },
      },
    );
}
