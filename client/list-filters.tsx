import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateShort } from "../shared/format/dates.ts";
import classes from "./list-filters.module.css";
import type { ListSearch } from "./list-search.ts";
import { useSession } from "./session-context.tsx";
import { readToday } from "./today.ts";
import { useTRPC, useTRPCClient } from "./trpc.ts";
import { DateField } from "./ui/date-field.tsx";
import { SearchField } from "./ui/search-field.tsx";
import type { SearchOption } from "./ui/search-select.tsx";
import { SearchSelect } from "./ui/search-select.tsx";

export interface ListFiltersProps {
  /** What the words are looked for in. */
  placeholder: string;
  canteenId: string;
  search: ListSearch;
  states: readonly { value: string; label: string }[];
  /** These filters change in the address; undefined: the filter goes. */
  onChange: (change: { [Key in keyof ListSearch]?: ListSearch[Key] | undefined }) => void;
  /** Every filter goes from the address. */
  onClear: () => Promise<void>;
  /** Filters of this list alone. */
  children?: React.ReactNode;
}

/** Words, canteen, supplier, state and dates of a list: each change is in the address at once. */
export function ListFilters(props: ListFiltersProps): React.ReactNode {
  const { placeholder, canteenId, search, states, onChange, onClear, children } = props;
  const { t } = useLingui();
  const { canteens } = useSession();
  /** What is typed goes with « Tout afficher »; else the fields keep it. */
  const [resets, setResets] = useState(0);
  return (
    <search className={classes.filters}>
      <SearchField
        key={`words ${resets}`}
        placeholder={placeholder}
        words={search.q ?? ""}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      {canteens.length > 1 && (
        <NativeSelect
          label={t`Cantine`}
          value={canteenId}
          data={canteens.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onChange({ cantine: event.currentTarget.value })}
        />
      )}
      <SupplierFilter supplierId={search.fournisseur} onChange={(fournisseur) => onChange({ fournisseur })} />
      <NativeSelect
        label={t`État`}
        value={search.etat ?? ""}
        data={[{ value: "", label: t`Tous` }, ...states]}
        onChange={(event) => onChange({ etat: event.currentTarget.value || undefined })}
      />
      <div className={classes.days}>
        <DayFilter
          key={`from-${resets}`}
          label={t`Du`}
          date={search.du}
          onChange={(du) => onChange({ du })}
        />
        <DayFilter key={`to-${resets}`} label={t`Au`} date={search.au} onChange={(au) => onChange({ au })} />
      </div>
      {children}
      {Object.keys(search).length > 0 && (
        <Button
          variant="subtle"
          className={classes.all ?? ""}
          onClick={() => {
            void onClear().then(() => setResets((times) => times + 1));
          }}
        >
          <Trans>Tout afficher</Trans>
        </Button>
      )}
    </search>
  );
}

/** One supplier of a list's filters, by its id in the address. */
export function SupplierFilter({
  supplierId,
  onChange,
}: {
  supplierId: string | undefined;
  onChange: (id: string | undefined) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const load = useSupplierSearch();
  const known = useQuery({
    ...trpc.suppliers.get.queryOptions({ id: supplierId ?? "" }),
    enabled: supplierId !== undefined,
  });
  const name = known.data?.supplier.name;
  return (
    <SearchSelect
      label={t`Fournisseur`}
      value={supplierId === undefined ? null : { value: supplierId, label: name ?? "…" }}
      load={load}
      onChange={(option) => onChange(option?.value)}
    />
  );
}

/** Suppliers in use that the words name, as a field that searches shows them. */
export function useSupplierSearch(): (typed: string) => Promise<SearchOption[]> {
  const client = useTRPCClient();
  return async (typed) => {
    const found = await client.suppliers.search.query({ search: typed.slice(0, 100) });
    return found.map(({ id, name, communeName }) => ({
      value: id,
      label: name,
      ...(communeName === null ? {} : { detail: communeName }),
    }));
  };
}

/** One day of a list's filters; what is being typed stays until it is a day, or nothing. */
export function DayFilter({
  label,
  date,
  onChange,
}: {
  label: string;
  date: string | undefined;
  onChange: (date: string | undefined) => void;
}): React.ReactNode {
  const [text, setText] = useState(date === undefined ? "" : formatDateShort(date, "fr"));
  return (
    <DateField
      label={label}
      value={text}
      context={{ today: readToday() }}
      onChange={(typed, read) => {
        setText(typed);
        if (read !== null || typed.trim() === "") onChange(read ?? undefined);
      }}
    />
  );
}
