import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import type { SavedViewPage } from "../../shared/saved-views.ts";
import { SavedViews } from "../saved-views.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { Dashboard } from "./dashboard-data.ts";
import classes from "./filters.module.css";
import { offeredMonths, periodKey, rangeOfSearch } from "./period.ts";
import type { ChangeSearch, SearchChange } from "./search.ts";

export interface DashboardFiltersProps {
  page: SavedViewPage;
  search: ChangeSearch;
  /** Whom one may choose among, once known. */
  suppliers: readonly Pick<Dashboard["suppliers"][number], "id" | "name">[];
  years: readonly number[];
  onChange: (change: SearchChange) => void;
}

/** Everything that narrows the figures, folded until it is wanted; each choice goes into the address. */
export function DashboardFilters(props: DashboardFiltersProps): React.ReactNode {
  const { page, search, onChange } = props;
  const count = countFilters(search);
  // Where two periods are compared, their months stand beside each other above.
  const months = page !== "/territoire/pourquoi" && periodKey(search, readToday()) === "months";
  return (
    <details className={classes.filters} open={months || undefined} data-no-print>
      <summary>{count === 0 ? <Trans>Filtrer</Trans> : <Trans>Filtres ({count})</Trans>}</summary>
      <div className={classes.fields}>
        {months && <MonthFields {...props} />}
        {search.canteen === undefined && page !== "/cantine" && <GroupField {...props} />}
        <FamilyField {...props} />
        <SupplierField {...props} />
        {count > 0 && (
          <Button
            className={classes.clear ?? ""}
            variant="subtle"
            onClick={() => onChange({ group: undefined, family: undefined, supplier: undefined })}
          >
            <Trans>Tout afficher</Trans>
          </Button>
        )}
      </div>
      <SavedViews page={page} search={search} />
    </details>
  );
}

/** Filters beside the period. */
export function countFilters({ group, family, supplier }: ChangeSearch): number {
  return [group, family, supplier].filter((one) => one !== undefined).length;
}

function MonthFields({ search, years, onChange }: DashboardFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { fromMonth, toMonth } = rangeOfSearch(search, readToday());
  const data = offeredMonths(years, [fromMonth, toMonth]).map((month) => ({
    value: month,
    label: formatMonth(month, locale),
  }));
  return (
    <>
      <NativeSelect
        label={t`De`}
        value={fromMonth}
        data={data}
        onChange={(event) => {
          const from = event.currentTarget.value;
          onChange({ from, to: toMonth < from ? from : toMonth });
        }}
      />
      <NativeSelect
        label={t`À`}
        value={toMonth}
        data={data}
        onChange={(event) => {
          const to = event.currentTarget.value;
          onChange({ from: to < fromMonth ? to : fromMonth, to });
        }}
      />
    </>
  );
}

function GroupField({ search, onChange }: DashboardFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const groups = useQuery({
    ...trpc.canteenGroups.list.queryOptions({ territoryCode: search.territory ?? null }),
    staleTime: 300_000,
  });
  const known = groups.data ?? [];
  if (known.length === 0 && search.group === undefined) return null;
  return (
    <NativeSelect
      label={t`Groupe de cantines`}
      value={search.group ?? ""}
      data={[
        { value: "", label: t`Toutes les cantines` },
        ...known.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange({ group: event.currentTarget.value || undefined })}
    />
  );
}

function FamilyField({ search, onChange }: DashboardFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <NativeSelect
      label={t`Famille`}
      value={search.family ?? ""}
      data={[
        { value: "", label: t`Toutes` },
        ...FAMILIES.map((one) => ({ value: one, label: FAMILY_SHORT_LABELS[one][locale] })),
      ]}
      onChange={(event) => onChange({ family: FAMILIES.find((one) => one === event.currentTarget.value) })}
    />
  );
}

function SupplierField({ search, suppliers, onChange }: DashboardFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { supplier } = search;
  const unknown = supplier !== undefined && suppliers.every(({ id }) => id !== supplier);
  return (
    <NativeSelect
      label={t`Fournisseur`}
      value={supplier ?? ""}
      data={[
        { value: "", label: t`Tous` },
        ...(unknown ? [{ value: supplier, label: t`Sans achat sur la période` }] : []),
        ...suppliers
          .toSorted((a, b) => a.name.localeCompare(b.name, locale))
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange({ supplier: event.currentTarget.value || undefined })}
    />
  );
}
