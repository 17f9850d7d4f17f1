import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDays, isIsoDate } from "../../shared/calendar.ts";
import { formatDay } from "../../shared/format/dates.ts";
import { mondayOf } from "../../shared/legumerie/capacity.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { CapacitySection } from "./capacity-section.tsx";
import classes from "./legumerie.module.css";
import { PlanBatches } from "./plan-batches.tsx";
import { PlanDays } from "./plan-days.tsx";
import { PlanOrders } from "./plan-orders.tsx";
import { PlanShopping } from "./plan-shopping.tsx";
import type { Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** The week of the workshop: what to make each day, of which lots, for whom, and what it can work. */
export function PlanTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const trpc = useTRPC();
  const { search } = useWorkshopSearch();
  const [today] = useState(readToday);
  const { semaine = today } = search;
  const monday = mondayOf(isIsoDate(semaine) ? semaine : today);
  const key = { legumerieId: workshop.id };
  const query = useQuery(
    trpc.legumeriePlan.week.queryOptions({ ...key, monday }, { placeholderData: (previous) => previous }),
  );
  const capacities = useQuery(trpc.legumeriePlan.capacities.queryOptions(key));
  return (
    <div className={`${classes.sections} ${classes.plan}`}>
      <WeekBar monday={monday} today={today} />
      <QueryView query={query} lines={8}>
        {(week) => (
          <>
            <PlanDays week={week} />
            <PlanBatches workshop={workshop} week={week} />
            <PlanShopping week={week} />
            <PlanOrders workshop={workshop} week={week} />
          </>
        )}
      </QueryView>
      <QueryView query={capacities} lines={4}>
        {(calendar) => <CapacitySection workshop={workshop} calendar={calendar} />}
      </QueryView>
    </div>
  );
}

/** Which week, in the address, and its paper for the wall. */
function WeekBar({ monday, today }: { monday: string; today: string }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { change } = useWorkshopSearch();
  const show = (day: string) => change({ semaine: mondayOf(day) === mondayOf(today) ? undefined : day });
  const first = formatDay(monday, locale);
  const last = formatDay(addDays(monday, 6), locale);
  return (
    <div className={classes.toolbar}>
      <Title order={2} id="week">
        <Trans>
          Plan de la semaine, du {first} au {last}
        </Trans>
      </Title>
      <Group gap="xs" data-no-print>
        <Button size="md" variant="default" onClick={() => show(addDays(monday, -7))}>
          <Trans>Semaine d'avant</Trans>
        </Button>
        <Button size="md" variant="default" disabled={monday === mondayOf(today)} onClick={() => show(today)}>
          <Trans>Cette semaine</Trans>
        </Button>
        <Button size="md" variant="default" onClick={() => show(addDays(monday, 7))}>
          <Trans>Semaine d'après</Trans>
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<Icon name="print" />}
          aria-label={t`Imprimer le plan`}
          onClick={() => window.print()}
        >
          <Trans>Imprimer</Trans>
        </Button>
      </Group>
    </div>
  );
}
