import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { INVOICE_STATE_LABELS, INVOICE_STATES } from "../../shared/invoices/states.ts";
import { DayFilter, SupplierFilter } from "../list-filters.tsx";
import { useSession } from "../session-context.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./invoices.module.css";
import type { InvoicesSearch } from "./search.ts";

const route = getRouteApi("/layout/factures");
const TYPING_PAUSE_MS = 250;

/** Words, canteen, supplier, state, dates, differences: each change is in the address at once. */
export function InvoicesFilters({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.q ?? "");
  const [resets, setResets] = useState(0);
  const go = (change: { [Key in keyof InvoicesSearch]: InvoicesSearch[Key] | undefined }): void =>
    void navigate({ search: { ...search, page: undefined, ...change } as InvoicesSearch, replace: true });
  const goLater = useDebouncedCallback((q: string) => go({ q: q.trim() || undefined }), TYPING_PAUSE_MS);
  return (
    <search className={classes.filters}>
      <TextInput
        label={t`Chercher`}
        placeholder={t`Numéro, vendeur, fichier`}
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
          ...INVOICE_STATES.map((state) => ({ value: state, label: INVOICE_STATE_LABELS[state][locale] })),
        ]}
        onChange={(event) =>
          go({ etat: INVOICE_STATES.find((state) => state === event.currentTarget.value) })
        }
      />
      <DayFilter key={`from-${resets}`} label={t`Du`} date={search.du} onChange={(du) => go({ du })} />
      <DayFilter key={`to-${resets}`} label={t`Au`} date={search.au} onChange={(au) => go({ au })} />
      <Checkbox
        className={classes.check ?? ""}
        label={t`Avec un écart`}
        checked={search.ecart === true}
        onChange={(event) => go({ ecart: event.currentTarget.checked ? true : undefined })}
      />
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
