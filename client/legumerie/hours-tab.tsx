import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { monthOf, monthsOfYear, yearOf } from "../../shared/calendar.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { HoursForm } from "./hours-form.tsx";
import { HoursTable, InsertionNote } from "./hours-table.tsx";
import classes from "./legumerie.module.css";
import type { Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";
import { YearSelect } from "./year-select.tsx";

/** Who worked how long, month by month, without a name. */
export function HoursTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const { search, change } = useWorkshopSearch();
  const form = useRef<HTMLElement>(null);
  const year = search.annee ?? yearOf(today);
  const months = monthsOfYear(year).filter((month) => month <= monthOf(today));
  const month = months.find((one) => one === search.mois) ?? months.at(-1);
  const query = useQuery(useTRPC().legumerieHours.ofYear.queryOptions({ legumerieId: workshop.id, year }));
  const correct = (chosen: string) => {
    change({ mois: chosen });
    form.current?.scrollIntoView({ block: "nearest" });
    form.current?.querySelector("input")?.focus();
  };
  return (
    <div className={classes.sections}>
      <YearSelect />
      <QueryView query={query} lines={8}>
        {(hours) => (
          <>
            {workshop.mayWrite && month !== undefined && (
              <section ref={form} aria-labelledby="hours-form" data-no-print>
                <Title order={2} id="hours-form" mb="sm">
                  <Trans>Heures du mois</Trans>
                </Title>
                <div className={classes.touch}>
                  <NativeSelect
                    label={t`Mois`}
                    value={month}
                    data={months.map((value) => ({ value, label: formatMonth(value, locale) }))}
                    onChange={(event) => change({ mois: event.currentTarget.value })}
                    maw="16rem"
                  />
                  <HoursForm
                    key={`${workshop.id} ${month}`}
                    legumerieId={workshop.id}
                    month={month}
                    months={hours.months}
                  />
                </div>
              </section>
            )}
            <section aria-labelledby="hours-year">
              <Title order={2} id="hours-year" mb="sm">
                <Trans>Heures de {year}</Trans>
              </Title>
              <HoursTable
                months={hours.months}
                asked={{ legumerieId: workshop.id, year }}
                onCorrect={workshop.mayWrite ? correct : null}
              />
              <InsertionNote />
            </section>
          </>
        )}
      </QueryView>
    </div>
  );
}
