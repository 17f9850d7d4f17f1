import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { WEEKDAY_NAMES } from "../../shared/calendar-names.ts";
import type { Capacity } from "../../shared/legumerie/capacity.ts";
import { capacitySchema } from "../../shared/legumerie/capacity.ts";
import { WEEKDAYS } from "../../shared/ordering-terms.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { CapacityDraft, ClosureDraft } from "./capacity-draft.ts";
import { capacityDraftOf, newClosure, typedCapacity } from "./capacity-draft.ts";
import type { PathErrors } from "./form-errors.ts";
import classes from "./legumerie.module.css";
import { LineList } from "./line-list.tsx";
import { useLedgerSave } from "./use-ledger-save.ts";

interface CapacityFormProps {
  legumerieId: string;
  /** What it starts from; undefined: nothing was said yet. */
  known: Capacity | undefined;
  onSaved: () => void;
}

/** Kilos a day, open days and closures, from a day on. */
export function CapacityForm({ legumerieId, known, onSaved }: CapacityFormProps): React.ReactNode {
  const { t } = useLingui();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState(() => capacityDraftOf(known, today));
  const save = useMutation(useTRPC().legumeriePlan.saveCapacity.mutationOptions());
  const { errors, submit } = useLedgerSave(capacitySchema, onSaved);
  const change = (part: Partial<CapacityDraft>): void => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        submit(typedCapacity(draft, today), {
          mutate: (capacity, options) => save.mutate({ legumerieId, capacity }, options),
        });
      }}
    >
      <div className={classes.fields}>
        <DateField
          label={t`À partir du`}
          required
          context={{ today }}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          error={errors.validFrom}
        />
        <NumberField
          label={t`Poids brut travaillé par jour`}
          required
          decimals={3}
          unit="kg"
          value={draft.kg}
          onChange={(kg) => change({ kg })}
          error={errors.gramsPerDay}
        />
      </div>
      <OpenDays draft={draft} change={change} error={errors.weekdays} />
      <Closures draft={draft} change={change} errors={errors} today={today} />
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Enregistrer la capacité</Trans>
      </Button>
    </form>
  );
}

interface PartProps {
  draft: CapacityDraft;
  change: (part: Partial<CapacityDraft>) => void;
}

function OpenDays({ draft, change, error }: PartProps & { error: string | undefined }): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      <fieldset className={choices.choices}>
        <legend>
          <Trans>Jours ouverts</Trans>
        </legend>
        {WEEKDAYS.map((day) => (
          <label key={day} className={choices.choice}>
            <input
              type="checkbox"
              checked={draft.weekdays.includes(day)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                change({
                  weekdays: WEEKDAYS.filter((one) => (one === day ? checked : draft.weekdays.includes(one))),
                });
              }}
            />
            {WEEKDAY_NAMES[locale][day - 1]}
          </label>
        ))}
      </fieldset>
      {error !== undefined && (
        <span role="alert" className={classes.refused}>
          {error}
        </span>
      )}
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={draft.schoolCalendar}
          onChange={(event) => change({ schoolCalendar: event.currentTarget.checked })}
        />
        <Trans>Fermée pendant les vacances scolaires</Trans>
      </label>
    </>
  );
}

function Closures({
  draft,
  change,
  errors,
  today,
}: PartProps & { errors: PathErrors; today: string }): React.ReactNode {
  const { t } = useLingui();
  const edit = (key: string, part: Partial<ClosureDraft>): void =>
    change({ closures: draft.closures.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  return (
    <LineList
      legend={t`Autres fermetures`}
      add={t`Ajouter une fermeture`}
      lines={draft.closures}
      keyOf={({ key }) => key}
      onAdd={() => change({ closures: [...draft.closures, newClosure()] })}
      onRemove={(key) => change({ closures: draft.closures.filter((line) => line.key !== key) })}
      fields={(line, index) => (
        <>
          <DateField
            label={t`Du`}
            required
            context={{ today }}
            value={line.from}
            onChange={(from) => edit(line.key, { from })}
            error={errors[`closures.${index}.from`]}
          />
          <DateField
            label={t`Au`}
            description={t`Vide : ce seul jour.`}
            context={{ today }}
            value={line.to}
            onChange={(to) => edit(line.key, { to })}
            error={errors[`closures.${index}.to`]}
          />
          <TextInput
            label={t`Pourquoi`}
            placeholder={t`révision de la parmentière`}
            value={line.why}
            onChange={(event) => {
              const why = event.currentTarget.value;
              edit(line.key, { why });
            }}
            error={errors[`closures.${index}.why`]}
          />
        </>
      )}
    />
  );
}
