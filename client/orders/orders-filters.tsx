import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from "../../shared/order-statuses.ts";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { SearchSelect } from "../ui/search-select.tsx";
import { dateText } from "./build-order.ts";
import classes from "./orders-page.module.css";
import type { OrdersSearch } from "./orders-search.ts";

const route = getRouteApi("/layout/commandes");
const TYPING_PAUSE_MS = 250;

/** Canteen, supplier, state, dates, words: each change is in the address at once. */
export function OrdersFilters({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.q ?? "");
  /** The dates typed go with « Tout afficher »; else their fields keep what is being typed. */
  const [resets, setResets] = useState(0);
  const go = (change: { [Key in keyof OrdersSearch]: OrdersSearch[Key] | undefined }): void =>
    void navigate({ search: { ...search, page: undefined, ...change } as OrdersSearch, replace: true });
  const goLater = useDebouncedCallback((q: string) => go({ q: q.trim() || undefined }), TYPING_PAUSE_MS);
  return (
    <search className={classes.filters}>
      <TextInput
        label={t`Chercher`}
        placeholder={t`Article, fournisseur, référence`}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          goLater(event.currentTarget.value);
        }}
      />
      {canteens.length > 1 && (
        <NativeSelect
          label={t`Cantine`}
          value={canteenId}
          data={canteens.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => go({ cantine: event.currentTarget.value })}
        />
      )}
      <SupplierFilter supplierId={search.fournisseur} onChange={(fournisseur) => go({ fournisseur })} />
      <NativeSelect
        label={t`État`}
        value={search.etat ?? ""}
        data={[
          { value: "", label: t`Tous` },
          ...ORDER_STATUSES.map((status) => ({ value: status, label: ORDER_STATUS_LABELS[status][locale] })),
        ]}
        onChange={(event) =>
          go({ etat: (event.currentTarget.value || undefined) as OrderStatus | undefined })
        }
      />
      <DateFilter key={`from-${resets}`} label={t`Du`} date={search.du} onChange={(du) => go({ du })} />
      <DateFilter key={`to-${resets}`} label={t`Au`} date={search.au} onChange={(au) => go({ au })} />
      {Object.keys(search).length > 0 && (
        <Button
          variant="subtle"
          mt="lg"
          onClick={() => {
            setWords("");
            void navigate({ search: {}, replace: true }).then(() => setResets((times) => times + 1));
          }}
        >
          <Trans>Tout afficher</Trans>
        </Button>
      )}
    </search>
  );
}

function SupplierFilter({
  supplierId,
  onChange,
}: {
  supplierId: string | undefined;
  onChange: (id: string | undefined) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const known = useQuery({
    ...trpc.suppliers.get.queryOptions({ id: supplierId ?? "" }),
    enabled: supplierId !== undefined,
  });
  const name = known.data?.supplier.name;
  return (
    <SearchSelect
      label={t`Fournisseur`}
      value={supplierId === undefined ? null : { value: supplierId, label: name ?? "…" }}
      load={async (typed) => {
        const found = await client.suppliers.search.query({ search: typed.slice(0, 100) });
        return found.map((supplier) => ({
          value: supplier.id,
          label: supplier.name,
          ...(supplier.communeName === null ? {} : { detail: supplier.communeName }),
        }));
      }}
      onChange={(option) => onChange(option?.value)}
    />
  );
}

function DateFilter({
  label,
  date,
  onChange,
}: {
  label: string;
  date: string | undefined;
  onChange: (date: string | undefined) => void;
}): React.ReactNode {
  const [text, setText] = useState(dateText(date ?? null));
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
