import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { WEEKDAY_NAMES } from "../../shared/calendar-names.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { OrderingTerms, Weekday } from "../../shared/ordering-terms.ts";
import { orderingTermsSchema, WEEKDAYS } from "../../shared/ordering-terms.ts";
import { useTRPCClient } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import { scaled } from "./scaled.ts";

interface TermsFormProps {
  terms: OrderingTerms;
  canteenId: Id;
  supplierId: Id;
  onSaved: () => void;
}

/** Minimum, free delivery, days and deadline; what is left empty is not known. */
export function TermsForm({ terms, canteenId, supplierId, onSaved }: TermsFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const [draft, setDraft] = useState(() => draftOf(terms, locale));
  const { errors, busy, submit } = useRecordSave({
    schema: orderingTermsSchema,
    save: (given) => client.orderingTerms.save.mutate({ canteenId, supplierId, terms: given }),
    onSaved,
  });
  const form = useFocusFirstError(errors);
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(termsOf(draft));
      }}
    >
      <Stack>
        <Text size="sm">
          <Trans>Valables pour toutes les cantines de votre organisation.</Trans>
        </Text>
        <NumberField
          label={t`Minimum de commande HT`}
          decimals={2}
          unit="€"
          value={draft.minimum}
          error={errors.minimumHtCents}
          onChange={(minimum) => change({ minimum })}
        />
        <NumberField
          label={t`Port gratuit à partir de, HT`}
          decimals={2}
          unit="€"
          value={draft.free}
          error={errors.freeDeliveryHtCents}
          onChange={(free) => change({ free })}
        />
        <DaysField days={draft.days} onChange={(days) => change({ days })} />
        <NumberField
          label={t`Commander combien de jours avant`}
          description={t`0 : le jour même ; 1 : la veille.`}
          decimals={0}
          value={draft.before}
          error={errors.orderDaysBefore}
          onChange={(before) => change({ before })}
        />
        <NumberField
          label={t`Avant quelle heure`}
          description={t`De 1 à 24. Vide : jusqu'à la fin de ce jour.`}
          decimals={0}
          unit="h"
          value={draft.hour}
          error={errors.orderBeforeHour}
          onChange={(hour) => change({ hour })}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

function DaysField({
  days,
  onChange,
}: {
  days: readonly Weekday[];
  onChange: (days: readonly Weekday[]) => void;
}): React.ReactNode {
  const locale = useLocale();
  return (
    <fieldset className={choices.choices}>
      <legend>
        <Trans>Jours de livraison</Trans>
      </legend>
      {WEEKDAYS.map((day) => (
        <label key={day} className={choices.choice}>
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onChange(WEEKDAYS.filter((one) => (one === day ? checked : days.includes(one))));
            }}
          />
          {WEEKDAY_NAMES[locale][day - 1]}
        </label>
      ))}
    </fieldset>
  );
}

interface Draft {
  minimum: string;
  free: string;
  days: readonly Weekday[];
  before: string;
  hour: string;
}

function draftOf(terms: OrderingTerms, locale: Locale): Draft {
  const text = (value: number | null, decimals: number): string =>
    value === null ? "" : formatEntry({ value, decimals }, locale);
  return {
    minimum: text(terms.minimumHtCents, 2),
    free: text(terms.freeDeliveryHtCents, 2),
    days: terms.deliveryDays,
    before: text(terms.orderDaysBefore, 0),
    hour: text(terms.orderBeforeHour, 0),
  };
}

function termsOf({ minimum, free, days, before, hour }: Draft): unknown {
  return {
    minimumHtCents: scaled(minimum, 2),
    freeDeliveryHtCents: scaled(free, 2),
    deliveryDays: days,
    orderDaysBefore: scaled(before, 0),
    orderBeforeHour: scaled(hour, 0),
  };
}
