import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { CLAUSE_STATE_LABELS, CLAUSE_STATES } from "../../shared/clauses/progress.ts";
import { CLAUSE_WAY_LABELS, CLAUSE_WAYS } from "../../shared/clauses/ways.ts";
import { CONTRACT_KIND_LABELS, CONTRACT_KINDS } from "../../shared/contracts.ts";
import { useLocale } from "../ui/locale.ts";
import { SearchField } from "../ui/search-field.tsx";
import classes from "./clauses.module.css";
import type { ContractsSearch } from "./search.ts";

interface ContractsFiltersProps {
  search: ContractsSearch;
  /** Latest first. */
  years: readonly number[];
  onChange: (change: Partial<Record<keyof ContractsSearch, unknown>>) => void;
  onClear: () => Promise<void>;
}

/** Words, kind, way, state and year of the list: each change is in the address at once. */
export function ContractsFilters({
  search,
  years,
  onChange,
  onClear,
}: ContractsFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [resets, setResets] = useState(0);
  const choice = (
    name: "nature" | "voie" | "etat" | "annee",
    { label, all, data }: { label: string; all: string; data: { value: string; label: string }[] },
  ): React.ReactNode => (
    <NativeSelect
      label={label}
      value={String(search[name] ?? "")}
      data={[{ value: "", label: all }, ...data]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <search className={classes.filters} data-no-print>
      <SearchField
        key={resets}
        placeholder={t`Numéro, objet, titulaire`}
        words={search.q ?? ""}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      {choice("nature", {
        label: t`Nature`,
        all: t`Toutes`,
        data: CONTRACT_KINDS.map((value) => ({ value, label: CONTRACT_KIND_LABELS[value][locale] })),
      })}
      {choice("voie", {
        label: t`Clause`,
        all: t`Toutes`,
        data: CLAUSE_WAYS.map((value) => ({ value, label: CLAUSE_WAY_LABELS[value][locale] })),
      })}
      {choice("etat", {
        label: t`État`,
        all: t`Tous`,
        data: [
          ...CLAUSE_STATES.map((value) => ({ value, label: CLAUSE_STATE_LABELS[value][locale] })),
          { value: "NONE", label: t`Sans clause` },
        ],
      })}
      {choice("annee", {
        label: t`En cours pendant`,
        all: t`Toutes les années`,
        data: years.map((year) => ({ value: String(year), label: String(year) })),
      })}
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={() => void onClear().then(() => setResets((times) => times + 1))}>
          <Trans>Tout afficher</Trans>
        </Button>
      )}
    </search>
  );
}
