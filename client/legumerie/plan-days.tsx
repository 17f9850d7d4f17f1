import { Trans, useLingui } from "@lingui/react/macro";

import { formatWholeKg } from "../../shared/format/measures.ts";
import type { ClosedReason } from "../../shared/legumerie/capacity.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./legumerie.module.css";
import { dayOfPlan } from "./plan-day.ts";
import type { PlannedWeek } from "./workshop.ts";

type Day = PlannedWeek["days"][number];

/** The days of the week: what each can work, what it was given, what the plan gives it. Closed ones when they have work. */
export function PlanDays({ week }: { week: PlannedWeek }): React.ReactNode {
  const { t } = useLingui();
  const { days, plannable, monday } = week;
  const shown = days.filter(
    ({ closed, workedGrams, plannedGrams }) => closed !== "WEEKDAY" || workedGrams + plannedGrams > 0,
  );
  return (
    <>
      {monday > plannable.to && (
        <p>
          <Trans>Le plan regarde quatre semaines devant : celle-ci est plus loin.</Trans>
        </p>
      )}
      <ul className={classes.days} aria-label={t`Jours de la semaine`}>
        {shown.map((day) => (
          <PlanDayCard key={day.day} day={day} today={week.today} />
        ))}
      </ul>
    </>
  );
}

function PlanDayCard({ day, today }: { day: Day; today: string }): React.ReactNode {
  const locale = useLocale();
  const { capacityGrams, workedGrams, plannedGrams, closed } = day;
  const used = workedGrams + plannedGrams;
  const over = capacityGrams !== null && used > capacityGrams;
  return (
    <li data-today={day.day === today || undefined} data-over={over || undefined}>
      <strong>{dayOfPlan(day.day, locale)}</strong>
      <span className={classes.figure}>{formatWholeKg(used, locale)}</span>
      <span className={classes.detail}>
        <DayRoom closed={closed} capacityGrams={capacityGrams} used={used} />
      </span>
    </li>
  );
}

function DayRoom({
  closed,
  capacityGrams,
  used,
}: {
  closed: ClosedReason | null;
  capacityGrams: number | null;
  used: number;
}): React.ReactNode {
  const locale = useLocale();
  const { t } = useLingui();
  const reasons: Record<ClosedReason, string> = {
    WEEKDAY: t`fermé ce jour-là`,
    PUBLIC_HOLIDAY: t`fermé : jour férié`,
    SCHOOL_HOLIDAY: t`fermé : vacances scolaires`,
    CLOSURE: t`fermeture de l'atelier`,
  };
  if (closed !== null) return reasons[closed];
  if (capacityGrams === null) return <Trans>capacité non dite</Trans>;
  const capacity = formatWholeKg(capacityGrams, locale);
  const beyond = formatWholeKg(Math.max(0, used - capacityGrams), locale);
  const free = formatWholeKg(Math.max(0, capacityGrams - used), locale);
  if (used > capacityGrams)
    return (
      <Trans>
        sur {capacity}, {beyond} de trop
      </Trans>
    );
  return (
    <Trans>
      sur {capacity}, {free} libres
    </Trans>
  );
}
