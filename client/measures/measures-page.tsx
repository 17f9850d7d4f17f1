import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { MEASURE_STATE_LABELS, MEASURE_STATES } from "../../shared/measures.ts";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { filterMeasures } from "./measure-data.ts";
import { MeasureForm } from "./measure-form.tsx";
import classes from "./measures.module.css";
import { MeasuresTable } from "./measures-table.tsx";
import type { MeasuresSearch } from "./search.ts";
import { MEASURE_FILTERS } from "./search.ts";

const route = getRouteApi("/layout/objectifs/mesures");

/** What was decided, who carries it, and whether the figure moves. */
export function MeasuresPage(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { holds } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(useTRPC().measures.list.queryOptions());
  const [adding, setAdding] = useState<string | null>(null);
  const writes = holds("organisation.write");
  const change = (changed: { [Key in keyof MeasuresSearch]?: MeasuresSearch[Key] | undefined }): void => {
    const whole = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(whole), replace: true, resetScroll: false });
  };
  return (
    <>
      <PageHeader
        title={t`Mesures suivies`}
        lead={
          <Trans>
            Ce qui a été décidé, qui le porte, et si le chiffre bouge. Les valeurs sont calculées sur douze
            mois, jamais recopiées.
          </Trans>
        }
        actions={
          <>
            <CopyLink />
            {writes && (
              <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(newId())}>
                <Trans>Nouvelle mesure</Trans>
              </Button>
            )}
          </>
        }
      />
      <SectionTabs section="objectifs" />
      <QueryView query={query}>
        {({ measures }) => {
          const shown = filterMeasures(measures, search);
          if (measures.length === 0)
            return (
              <EmptyState title={t`Aucune mesure suivie`}>
                {writes ? (
                  <Trans>
                    Une mesure a un porteur, une échéance et un indicateur. « Nouvelle mesure » ouvre la
                    première.
                  </Trans>
                ) : (
                  <Trans>L'administration de votre organisation les ouvre ; vous les suivez ici.</Trans>
                )}
              </EmptyState>
            );
          return (
            <>
              <search className={classes.filters} data-no-print>
                <SearchField
                  placeholder={t`Mesure, lieu ou porteur`}
                  words={search.q ?? ""}
                  onSearch={(q) => change({ q: q || undefined })}
                />
                <NativeSelect
                  label={t`État`}
                  value={search.etat ?? ""}
                  data={[
                    { value: "", label: t`Tous` },
                    ...MEASURE_STATES.map((value) => ({ value, label: MEASURE_STATE_LABELS[value][locale] })),
                    { value: "retard", label: t`Échéance passée` },
                  ]}
                  onChange={(event) =>
                    change({ etat: MEASURE_FILTERS.find((state) => state === event.currentTarget.value) })
                  }
                />
              </search>
              <p role="status" className={classes.detail}>
                <Plural value={shown.length} _0="Aucune mesure" one="# mesure" other="# mesures" />
              </p>
              <MeasuresTable measures={shown} />
            </>
          );
        }}
      </QueryView>
      <SideDrawer title={t`Nouvelle mesure`} opened={adding !== null} onClose={() => setAdding(null)}>
        {adding !== null && <MeasureForm id={adding} measure={null} onSaved={() => setAdding(null)} />}
      </SideDrawer>
    </>
  );
}
