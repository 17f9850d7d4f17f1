import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { LineSearch } from "../../shared/drill-down.ts";
import { LINE_STATUS_LABELS } from "../../shared/drill-down.ts";
import type { Family } from "../../shared/families.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import type { CourtOuProximiteCell, Indicator } from "../../shared/indicators/indicators.ts";
import {
  COURT_OU_PROXIMITE_CELLS,
  COURT_OU_PROXIMITE_LABELS,
  INDICATOR_LABELS,
  INDICATORS,
} from "../../shared/indicators/indicators.ts";
import type { SocialIndicator } from "../../shared/indicators/social.ts";
import { SOCIAL_INDICATOR_LABELS, SOCIAL_INDICATORS } from "../../shared/indicators/social.ts";
import type { LineStatus, Part } from "../../shared/line-filter-words.ts";
import { LINE_STATUSES, PARTS } from "../../shared/line-filter-words.ts";
import { addMonths } from "../../shared/periods.ts";
import { SavedViews } from "../saved-views.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { SearchField } from "../ui/search-field.tsx";
import classes from "./lines.module.css";
import { PART_LABELS } from "./words.ts";

const MONTHS_OFFERED = 60;
/** Narrower than this the filters are folded: the lines come first. */
const WIDE = "(min-width: 62em)";

export interface LinesFiltersProps {
  search: LineSearch;
  /** The filters as they are to be, page and all. */
  onChange: (search: LineSearch) => void;
}

/** Everything that narrows the lines; each choice goes into the address. */
export function LinesFilters({ search, onChange }: LinesFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const count = Object.values(filtersOf(search)).filter((value) => value !== undefined).length;
  return (
    <details className={classes.filters} open={wide ?? true} data-no-print>
      <summary>
        <Trans>Filtres ({count})</Trans>
      </summary>
      <div className={classes.fields}>
        <SearchField
          placeholder={t`steak haché, carotte bio…`}
          words={search.text ?? ""}
          onSearch={(text) => onChange({ ...search, text: text || undefined })}
        />
        <PeriodFields search={search} onChange={onChange} />
        <FigureFields search={search} onChange={onChange} />
        <OtherFields search={search} onChange={onChange} />
      </div>
      <SavedViews page="/lignes" search={search} />
    </details>
  );
}

function filtersOf({ page: _page, sort: _sort, canteen: _c, territory: _t, ...filters }: LineSearch) {
  return filters;
}

function PeriodFields({ search, onChange }: LinesFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const months = offeredMonths([search.from, search.to]);
  const locale = useLocale();
  const data = months.map((month) => ({ value: month, label: formatMonth(month, locale) }));
  return (
    <>
      <NativeSelect
        label={t`De`}
        value={search.from ?? ""}
        data={[{ value: "", label: t`Le début` }, ...data]}
        onChange={(event) => {
          const from = event.currentTarget.value || undefined;
          const to = from !== undefined && search.to !== undefined && search.to < from ? from : search.to;
          onChange({ ...search, from, to });
        }}
      />
      <NativeSelect
        label={t`À`}
        value={search.to ?? ""}
        data={[{ value: "", label: t`Aujourd'hui` }, ...data]}
        onChange={(event) => {
          const to = event.currentTarget.value || undefined;
          const from = to !== undefined && search.from !== undefined && search.from > to ? to : search.from;
          onChange({ ...search, from, to });
        }}
      />
    </>
  );
}

function FigureFields({ search, onChange }: LinesFiltersProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const { indicator, cell, part } = search;
  const partly = indicator !== undefined || cell !== undefined || search.social !== undefined;
  const parts = cell === undefined ? PARTS : PARTS.slice(0, 2);
  return (
    <>
      <NativeSelect
        label={t`Indicateur`}
        value={indicator ?? cell ?? ""}
        data={[
          { value: "", label: t`Tous les achats` },
          ...INDICATORS.map((one) => ({ value: one, label: INDICATOR_LABELS[one][locale] })),
          {
            group: INDICATOR_LABELS.SHORT_OR_LOCAL[locale],
            items: COURT_OU_PROXIMITE_CELLS.map((one) => ({
              value: one,
              label: COURT_OU_PROXIMITE_LABELS[one][locale],
            })),
          },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const nextIndicator = pick<Indicator>(chosen, INDICATORS);
          const nextCell = pick<CourtOuProximiteCell>(chosen, COURT_OU_PROXIMITE_CELLS);
          const keptPart = nextCell !== undefined && part !== "strict" ? "declared" : part;
          onChange({
            ...search,
            indicator: nextIndicator,
            cell: nextCell,
            part: chosen === "" && search.social === undefined ? undefined : keptPart,
          });
        }}
      />
      <NativeSelect
        label={t`Économie sociale`}
        value={search.social ?? ""}
        data={[
          { value: "", label: t`Tous les fournisseurs` },
          ...SOCIAL_INDICATORS.map((one) => ({ value: one, label: SOCIAL_INDICATOR_LABELS[one][locale] })),
        ]}
        onChange={(event) =>
          onChange({ ...search, social: pick<SocialIndicator>(event.currentTarget.value, SOCIAL_INDICATORS) })
        }
      />
      {partly && (
        <NativeSelect
          label={t`Ce qui est compté`}
          value={part ?? "declared"}
          data={parts.map((one) => ({ value: one, label: i18n._(PART_LABELS[one]) }))}
          onChange={(event) => onChange({ ...search, part: pick<Part>(event.currentTarget.value, PARTS) })}
        />
      )}
      <NativeSelect
        label={t`État`}
        value={search.status ?? ""}
        data={[
          { value: "", label: t`Tous` },
          ...LINE_STATUSES.map((one) => ({ value: one, label: LINE_STATUS_LABELS[one][locale] })),
        ]}
        onChange={(event) =>
          onChange({
            ...search,
            status: pick<LineStatus>(event.currentTarget.value, LINE_STATUSES),
            fact: undefined,
          })
        }
      />
    </>
  );
}

function OtherFields({ search, onChange }: LinesFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const { canteens } = useSession();
  const groups = useQuery({
    ...trpc.canteenGroups.list.queryOptions({ territoryCode: search.territory ?? null }),
    staleTime: 300_000,
  });
  const known = groups.data ?? [];
  const suppliers = useQuery({
    ...trpc.lines.suppliers.queryOptions({
      territoryCode: search.territory ?? null,
      canteenId: search.canteen ?? null,
    }),
    staleTime: 300_000,
  });
  return (
    <>
      {search.canteen === undefined && (known.length > 0 || search.group !== undefined) && (
        <NativeSelect
          label={t`Groupe de cantines`}
          value={search.group ?? ""}
          data={[{ value: "", label: t`Tous` }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChange({ ...search, group: event.currentTarget.value || undefined })}
        />
      )}
      {canteens.length > 1 && (
        <NativeSelect
          label={t`Cantine`}
          value={search.canteen ?? ""}
          data={[
            { value: "", label: t`Toutes` },
            ...canteens.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ ...search, canteen: event.currentTarget.value || undefined })}
        />
      )}
      <NativeSelect
        label={t`Famille`}
        value={search.family ?? ""}
        data={[
          { value: "", label: t`Toutes` },
          ...FAMILIES.map((one) => ({ value: one, label: FAMILY_SHORT_LABELS[one][locale] })),
        ]}
        onChange={(event) =>
          onChange({ ...search, family: pick<Family>(event.currentTarget.value, FAMILIES) })
        }
      />
      <NativeSelect
        label={t`Fournisseur`}
        value={search.supplier ?? ""}
        data={[
          { value: "", label: t`Tous` },
          ...(suppliers.data ?? [])
            .toSorted((a, b) => a.name.localeCompare(b.name, locale))
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ ...search, supplier: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t`Ordre`}
        value={search.sort ?? "date"}
        data={[
          { value: "date", label: t`Plus récentes d'abord` },
          { value: "amount", label: t`Plus gros montants d'abord` },
        ]}
        onChange={(event) =>
          onChange({ ...search, sort: event.currentTarget.value === "amount" ? "amount" : undefined })
        }
      />
    </>
  );
}

/** The last five years, latest first, and whatever the address names beyond. */
function offeredMonths(named: readonly (string | undefined)[]): string[] {
  const last = `${readToday().slice(0, 4)}-12`;
  const months = Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(last, -back));
  const known = named.filter((month) => month !== undefined);
  return [...new Set([...months, ...known])].toSorted().toReversed();
}

function pick<Value extends string>(text: string, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}
