import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { OrderStatus } from "../../shared/order-statuses.ts";
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from "../../shared/order-statuses.ts";
import { DayFilter, SupplierFilter } from "../list-filters.tsx";
import { useSession } from "../session-context.tsx";
import { useLocale } from "../ui/locale.ts";
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
      <DayFilter key={`from-${resets}`} label={t`Du`} date={search.du} onChange={(du) => go({ du })} />
      <DayFilter key={`to-${resets}`} label={t`Au`} date={search.au} onChange={(au) => go({ au })} />
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
