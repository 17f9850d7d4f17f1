import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { AUDIT_NOUN_LABELS, CANTEEN_NOUNS, ORGANISATION_NOUNS } from "../../shared/audit-labels.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./history.module.css";
import { useJournals } from "./journals.ts";
import type { HistorySearch } from "./search.ts";

const route = getRouteApi("/layout/historique");
const ORGANISATION = "organisation";

export interface HistoryFiltersProps {
  /** Null: the organisation's record. */
  canteenId: string | null;
  people: readonly { id: string; name: string }[];
}

export function HistoryFilters({ canteenId, people }: HistoryFiltersProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const search = route.useSearch();
  const narrow = useNarrow();
  const nouns = canteenId === null ? ORGANISATION_NOUNS : CANTEEN_NOUNS;
  return (
    <div className={classes.filters} data-no-print>
      <JournalSelect canteenId={canteenId} />
      <NativeSelect
        label={t`Quoi`}
        value={search.quoi ?? ""}
        data={[
          { value: "", label: t`Tout` },
          ...nouns.map((noun) => ({ value: noun, label: AUDIT_NOUN_LABELS[noun][locale] })),
        ]}
        onChange={(event) => {
          const quoi = nouns.find((noun) => noun === event.currentTarget.value);
          narrow(({ quoi: _quoi, objet: _objet, ...now }) => (quoi === undefined ? now : { ...now, quoi }));
        }}
      />
      <NativeSelect
        label={t`Qui`}
        value={search.personne ?? ""}
        data={[
          { value: "", label: t`Tout le monde` },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const personne = event.currentTarget.value;
          narrow(({ personne: _personne, ...now }) => (personne === "" ? now : { ...now, personne }));
        }}
      />
      <div className={classes.period}>
        <DayFilter name="du" label={t`Du`} day={search.du} />
        <DayFilter name="au" label={t`Au`} day={search.au} />
      </div>
      {search.objet !== undefined && (
        <Button variant="default" onClick={() => narrow(({ objet: _objet, ...now }) => now)}>
          <Trans>Voir tout, pas seulement cet élément</Trans>
        </Button>
      )}
    </div>
  );
}

/** Whose record: a canteen's, or the organisation's with the catalogue that all share. */
function JournalSelect({ canteenId }: { canteenId: string | null }): React.ReactNode {
  const { t } = useLingui();
  const { organisationName } = useSession();
  const { canteens, organisation } = useJournals();
  const navigate = route.useNavigate();
  return (
    <NativeSelect
      className={classes.journal ?? ""}
      label={t`Historique de`}
      value={canteenId ?? ORGANISATION}
      data={[
        ...(organisation
          ? [{ value: ORGANISATION, label: t`${organisationName ?? t`L'organisation`} et le catalogue` }]
          : []),
        ...canteens.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void navigate({
          search: ({ du, au }): HistorySearch => ({
            ...(value === ORGANISATION ? { journal: "organisation" as const } : { cantine: value }),
            ...(du === undefined ? {} : { du }),
            ...(au === undefined ? {} : { au }),
          }),
        });
      }}
    />
  );
}

function DayFilter({
  name,
  label,
  day,
}: {
  name: "du" | "au";
  label: string;
  day: IsoDate | undefined;
}): React.ReactNode {
  const locale = useLocale();
  const narrow = useNarrow();
  const [typed, setTyped] = useState(day === undefined ? "" : formatDateShort(day, locale));
  useEffect(() => {
    if (day === undefined) setTyped("");
  }, [day]);
  return (
    <DateField
      label={label}
      value={typed}
      context={{ today: readToday() }}
      onChange={(text, date) => {
        setTyped(text);
        if (date === null && text.trim() !== "") return;
        narrow(({ [name]: _day, ...now }) => (date === null ? now : { ...now, [name]: date }));
      }}
    />
  );
}

/** Changes the filters in the address and goes back to the first page. */
function useNarrow(): (change: (now: HistorySearch) => HistorySearch) => void {
  const navigate = route.useNavigate();
  return (change) => void navigate({ search: ({ page: _page, ...now }) => change(now), replace: true });
}
