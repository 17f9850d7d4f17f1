import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { BASIS_LABELS, INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DialogModal } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { RowActions } from "../ui/row-actions.tsx";
import sections from "../ui/sections.module.css";
import { showUndoToast } from "../ui/toasts.tsx";
import { LegalTargets } from "./legal-targets.tsx";
import type { TargetsSearch } from "./search.ts";
import type { OwnTarget } from "./target-data.ts";
import { WHOSE } from "./target-data.ts";
import { TargetForm } from "./target-form.tsx";
import { TrajectorySection } from "./trajectory-section.tsx";
import type { TargetOwnerChoice } from "./use-owners.ts";
import { useOwners } from "./use-owners.ts";
import { useTargetWrites } from "./use-target-writes.ts";

const route = getRouteApi("/layout/objectifs");

/** Where the year goes, what the law asks, and what one asks of oneself. */
export function TargetsPage(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (wished: TargetsSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...wished }), replace: true, resetScroll: false });
  const query = useQuery(trpc.targets.list.queryOptions({}));
  const owners = useOwners();
  const writes = useTargetWrites();
  const [edited, setEdited] = useState<OwnTarget | "new" | null>(null);

  function remove(target: OwnTarget): void {
    const { id, canteenId, indicator, basis, year, shareBp } = target;
    void writes.remove(canteenId, id).then(() =>
      showUndoToast({
        message: t`Objectif supprimé`,
        onUndo: () => void writes.save(canteenId, { id, input: { indicator, basis, year, shareBp } }),
      }),
    );
  }

  return (
    <>
      <PageHeader
        title={t`Objectifs`}
        lead={
          <Trans>Y arriverons-nous ? Ce qui est fait, ce qui reste, et où l'année finit à ce rythme.</Trans>
        }
        actions={
          owners.length > 0 && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setEdited("new")}>
              <Trans>Nouvel objectif</Trans>
            </Button>
          )
        }
      />
      <SectionTabs section="objectifs" />
      <div className={sections.sections}>
        <TrajectorySection search={search} onChange={change} />
        <section className={sections.section} aria-labelledby="own-targets">
          <Title order={2} id="own-targets">
            <Trans>Nos objectifs</Trans>
          </Title>
          <QueryView query={query}>
            {(targets) => (
              <OwnTargets targets={targets} owners={owners} onEdit={setEdited} onRemove={remove} />
            )}
          </QueryView>
        </section>
        <LegalTargets />
      </div>
      <DialogModal
        title={edited === "new" ? t`Nouvel objectif` : t`Modifier l'objectif`}
        opened={edited !== null}
        onClose={() => setEdited(null)}
        size="sm"
      >
        <TargetForm
          target={edited === "new" ? null : edited}
          owners={owners}
          writes={writes}
          onDone={() => setEdited(null)}
        />
      </DialogModal>
    </>
  );
}

interface OwnTargetsProps {
  targets: readonly OwnTarget[];
  owners: readonly TargetOwnerChoice[];
  onEdit: (target: OwnTarget) => void;
  onRemove: (target: OwnTarget) => void;
}

function OwnTargets({ targets, owners, onEdit, onRemove }: OwnTargetsProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const { canteens } = useSession();
  const ownerName = ({ canteenId }: OwnTarget): string =>
    canteenId === null ? i18n._(WHOSE) : (canteens.find(({ id }) => id === canteenId)?.name ?? canteenId);
  const columns: Column<OwnTarget>[] = [
    {
      key: "indicator",
      header: t`Indicateur`,
      cell: ({ indicator }) => INDICATOR_LABELS[indicator][locale],
    },
    {
      key: "share",
      header: t`Part`,
      numeric: true,
      cell: ({ shareBp }) => formatBasisPoints(shareBp, locale),
    },
    { key: "year", header: t`Année`, numeric: true, cell: ({ year }) => year },
    { key: "owner", header: t`Pour`, cell: ownerName },
    { key: "basis", header: t`Base de calcul`, cell: ({ basis }) => BASIS_LABELS[basis][locale] },
    {
      key: "actions",
      screenOnly: true,
      header: t`Modifier`,
      cell: (target) =>
        owners.some(({ canteenId }) => canteenId === target.canteenId) && (
          <RowActions
            name={`${INDICATOR_LABELS[target.indicator][locale]} ${target.year}, ${ownerName(target)}`}
            onEdit={() => onEdit(target)}
            onRemove={() => onRemove(target)}
          />
        ),
    },
  ];
  return (
    <DataTable
      stacked
      caption={t`Objectifs que nous nous fixons`}
      captionHidden
      columns={owners.length === 0 ? columns.slice(0, -1) : columns}
      rows={targets.toSorted((a, b) => b.year - a.year || ownerName(a).localeCompare(ownerName(b), locale))}
      rowKey={({ id }) => id}
      download={tableFile("nos-objectifs", {})}
      empty={
        <EmptyState title={t`Aucun objectif propre`}>
          <Trans>
            Un objectif de circuit court, de local ou de bio au-delà de la loi se fixe ici, pour une cantine
            ou pour toutes.
          </Trans>
        </EmptyState>
      }
    />
  );
}
