import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatFixed } from "../../shared/format/numbers.ts";
import type { ToldMonth, WorkStatus } from "../../shared/legumerie/hours.ts";
import { monthHoursSchema, WORK_STATUS_LABELS, WORK_STATUSES } from "../../shared/legumerie/hours.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import hours from "./hours.module.css";
import type { HoursRow } from "./hours-draft.ts";
import { hoursDraft, typedHours } from "./hours-draft.ts";
import classes from "./legumerie.module.css";
import { scaledOf } from "./lot-draft.ts";
import { useLedgerSave } from "./use-ledger-save.ts";

interface HoursFormProps {
  legumerieId: string;
  month: string;
  months: readonly ToldMonth[];
}

/** The hours of a month, one line a status. Enter goes to the cell below, and from the last one saves. */
export function HoursForm({ legumerieId, month, months }: HoursFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [rows, setRows] = useState(() => hoursDraft(months, month));
  const save = useMutation(useTRPC().legumerieHours.save.mutationOptions());
  const { errors, submit } = useLedgerSave(monthHoursSchema, () => undefined);
  const left = WORK_STATUSES.filter((status) => rows.every((row) => row.status !== status));
  const total = rows.reduce((sum, row) => sum + (scaledOf(row.hours, 2) ?? 0), 0);
  const totalText = formatFixed({ value: total, decimals: 2, minDecimals: 0 }, locale);
  const written = months.some((one) => one.month === month);
  const edit = (at: number, part: Partial<HoursRow>) =>
    setRows((now) => now.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <form
      noValidate
      className={`${classes.touch} ${hours.form}`}
      aria-label={formatMonth(month, locale)}
      onKeyDown={goDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit(typedHours(month, rows), {
          mutate: (typed, options) => save.mutate({ legumerieId, hours: typed }, options),
        });
      }}
    >
      <ul className={hours.rows}>
        {rows.map((row, index) => {
          const name = WORK_STATUS_LABELS[row.status][locale];
          return (
            <li key={row.status} className={hours.row}>
              <span className={hours.status}>{name}</span>
              <NumberField
                label={t`Heures`}
                aria-label={t`Heures, ${name}`}
                data-column="hours"
                decimals={2}
                unit="h"
                value={row.hours}
                onChange={(text) => edit(index, { hours: text })}
                error={errors[`rows.${index}.hoursE2`]}
              />
              <NumberField
                label={t`Personnes`}
                aria-label={t`Personnes, ${name}`}
                data-column="people"
                decimals={0}
                value={row.people}
                onChange={(text) => edit(index, { people: text })}
                error={errors[`rows.${index}.people`]}
              />
            </li>
          );
        })}
      </ul>
      <div className={hours.foot}>
        <NativeSelect
          label={t`Ajouter un statut`}
          value=""
          data={[
            { value: "", label: t`choisir…` },
            ...left.map((status) => ({ value: status, label: WORK_STATUS_LABELS[status][locale] })),
          ]}
          disabled={left.length === 0}
          onChange={(event) => {
            const status = event.currentTarget.value as WorkStatus;
            setRows((now) => [...now, { status, hours: "", people: "" }]);
          }}
        />
        <Button type="submit" size="md" loading={save.isPending}>
          {written ? <Trans>Corriger le mois</Trans> : <Trans>Enregistrer le mois</Trans>}
        </Button>
        <p role="status">
          <Trans>Total : {totalText} h</Trans>
        </p>
      </div>
    </form>
  );
}

/** The next cell of the same column; none: the form is sent as Enter does. */
function goDown(event: React.KeyboardEvent<HTMLFormElement>): void {
  const from = event.target;
  if (event.key !== "Enter" || !(from instanceof HTMLInputElement)) return;
  const column = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${from.dataset.column}"]`),
  ];
  const next = column[column.indexOf(from) + 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.select();
}
