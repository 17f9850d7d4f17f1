import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { formatDateShort, formatWeekdays } from "../../shared/format/dates.ts";
import type { Capacity, CapacityCalendar } from "../../shared/legumerie/capacity.ts";
import { capacityInForce } from "../../shared/legumerie/capacity.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { showDoneToast } from "../ui/toasts.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { CapacityForm } from "./capacity-form.tsx";
import { FormDrawer } from "./form-drawer.tsx";
import classes from "./legumerie.module.css";
import type { Workshop } from "./workshop.ts";

interface CapacitySectionProps {
  workshop: Workshop;
  calendar: CapacityCalendar;
}

/** What the workshop can work each day, from when, and who may say it anew. */
export function CapacitySection({ workshop, calendar }: CapacitySectionProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const today = readToday();
  const remove = useRemoval(workshop.id);
  const { capacities, zone } = calendar;
  return (
    <section aria-labelledby="capacity" data-no-print>
      <div className={classes.toolbar}>
        <Title order={2} id="capacity">
          <Trans>Capacité de l'atelier</Trans>
        </Title>
        {workshop.mayWrite && (
          <FormDrawer
            label={t`Dire la capacité`}
            variant="default"
            form={(_, close) => (
              <CapacityForm
                legumerieId={workshop.id}
                known={startOf(capacityInForce(calendar, today), today)}
                onSaved={close}
              />
            )}
          />
        )}
      </div>
      <DataTable
        caption={t`Capacités dites, la dernière d'abord`}
        captionHidden
        stacked
        foldAfter={6}
        columns={[
          {
            key: "from",
            header: t`À partir du`,
            cell: ({ validFrom }) => <DateText date={validFrom} />,
          },
          {
            key: "kg",
            header: t`Brut par jour`,
            numeric: true,
            cell: ({ gramsPerDay }) => <WeightText grams={gramsPerDay} />,
          },
          {
            key: "days",
            header: t`Jours ouverts`,
            cell: ({ weekdays }) => formatWeekdays(weekdays, locale),
          },
          {
            key: "closed",
            header: t`Fermetures`,
            cell: (capacity) => <ClosuresText capacity={capacity} zone={zone} />,
          },
          ...(workshop.mayWrite
            ? [
                {
                  key: "change",
                  header: t`Changer`,
                  screenOnly: true,
                  cell: (capacity: Capacity) => (
                    <Group gap="xs">
                      <FormDrawer
                        label={t`Corriger`}
                        variant="default"
                        icon="pencil"
                        form={(_, close) => (
                          <CapacityForm legumerieId={workshop.id} known={capacity} onSaved={close} />
                        )}
                      />
                      <Button size="md" variant="default" onClick={() => remove(capacity.validFrom)}>
                        <Trans>Retirer</Trans>
                      </Button>
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
        rows={capacities}
        rowKey={({ validFrom }) => validFrom}
        empty={
          <p>
            <Trans>
              Aucune capacité n'est dite : le plan ne peut pas voir qu'une journée est trop pleine. Dites
              combien de kilos bruts l'atelier travaille par jour, et quand il est ouvert.
            </Trans>
          </p>
        }
      />
    </section>
  );
}

/** A change starts from what holds, and from today on. */
function startOf(capacity: Capacity | undefined, today: string): Capacity | undefined {
  return capacity === undefined ? undefined : { ...capacity, validFrom: today };
}

function useRemoval(legumerieId: string): (validFrom: string) => void {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const remove = useMutation(
    useTRPC().legumeriePlan.removeCapacity.mutationOptions({
      onSuccess: async () => {
        showDoneToast(t`Capacité retirée`);
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (validFrom) => remove.mutate({ legumerieId, validFrom });
}

function ClosuresText({ capacity, zone }: { capacity: Capacity; zone: string }): React.ReactNode {
  const locale = useLocale();
  const { schoolCalendar, closures } = capacity;
  return (
    <>
      <div>
        {schoolCalendar ? (
          <Trans>jours fériés, vacances scolaires de la zone {zone}</Trans>
        ) : (
          <Trans>jours fériés</Trans>
        )}
      </div>
      {closures.map(({ from, to, why }) => (
        <div key={from} className={classes.detail}>
          {from === to
            ? formatDateShort(from, locale)
            : `${formatDateShort(from, locale)} – ${formatDateShort(to, locale)}`}
          {why !== null && (
            <>
              {" ("}
              <DataText>{why}</DataText>)
            </>
          )}
        </div>
      ))}
    </>
  );
}
