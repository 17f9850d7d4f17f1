import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SECTOR_LABELS } from "../../shared/canteens.ts";
import { formatSiret } from "../../shared/format/identifiers.ts";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { RowActions } from "../ui/row-actions.tsx";
import { Section } from "../ui/section.tsx";
import { CanteenForm } from "./canteen-form.tsx";
import classes from "./settings.module.css";

export type ShownCanteen = RouterOutputs["canteens"]["listOfOrganisation"][number];

export function CanteensSection({ onMoved }: { onMoved: (moved: Moved | null) => void }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.canteens.listOfOrganisation.queryOptions());
  const [form, setForm] = useState<{ id: string; canteen: ShownCanteen | null } | null>(null);
  const columns = useColumns((canteen) => setForm({ id: canteen.id, canteen }));
  return (
    <Section
      id="canteens"
      title={t`Cantines`}
      action={
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => setForm({ id: newId(), canteen: null })}
        >
          <Trans>Nouvelle cantine</Trans>
        </Button>
      }
    >
      <QueryView query={query}>
        {(canteens) => (
          <>
            <DataTable
              stacked
              caption={t`Cantines de l'organisation`}
              captionHidden
              columns={columns}
              rows={canteens}
              rowKey={(row) => row.id}
              empty={
                <EmptyState title={t`Aucune cantine`}>
                  <Trans>Créez la première : on pourra alors y saisir des commandes.</Trans>
                </EmptyState>
              }
            />
            <SideDrawer
              title={form?.canteen === null ? t`Nouvelle cantine` : t`Modifier la cantine`}
              opened={form !== null}
              onClose={() => setForm(null)}
            >
              {form !== null && (
                <CanteenForm
                  key={form.id}
                  id={form.id}
                  canteen={form.canteen}
                  canteens={canteens}
                  onSaved={(moved) => {
                    setForm(null);
                    onMoved(moved);
                  }}
                />
              )}
            </SideDrawer>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function useColumns(onEdit: (canteen: ShownCanteen) => void): Column<ShownCanteen>[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "name",
      header: t`Nom`,
      rowHeader: true,
      cell: (row) => (
        <>
          <DataText>{row.name}</DataText>
          {!row.active && (
            <span className={classes.detail}>
              {" "}
              <Trans>(fermée)</Trans>
            </span>
          )}
        </>
      ),
    },
    { key: "sector", header: t`Secteur`, cell: (row) => SECTOR_LABELS[row.sector][locale] },
    { key: "commune", header: t`Commune`, cell: (row) => row.communeName },
    { key: "siret", header: t`SIRET`, cell: (row) => formatSiret(row.siret) },
    { key: "uai", header: t`UAI`, cell: (row) => row.uai ?? "–" },
    {
      key: "actions",
      screenOnly: true,
      header: t`Actions`,
      cell: (row) => <RowActions name={row.name} onEdit={() => onEdit(row)} />,
    },
  ];
}
