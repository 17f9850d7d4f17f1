import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MEASURE_STATE_LABELS, MEASURE_STATES, measureInputSchema } from "../../shared/measures.ts";
import { readToday } from "../today.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import { FigureFields } from "./figure-fields.tsx";
import type { MeasureDetail } from "./measure-data.ts";
import type { MeasureChoices, MeasureDraft } from "./measure-draft.ts";
import { draftInput, draftOf, NO_PERSON } from "./measure-draft.ts";

interface MeasureFormProps {
  id: string;
  /** Null: a new one. */
  measure: MeasureDetail | null;
  onSaved: () => void;
}

/** What is decided, who carries it, and the figure that must move. */
export function MeasureForm(props: MeasureFormProps): React.ReactNode {
  const query = useQuery(useTRPC().measures.choices.queryOptions());
  return <QueryView query={query}>{(choices) => <Fields {...props} choices={choices} />}</QueryView>;
}

function Fields({
  id,
  measure,
  choices,
  onSaved,
}: MeasureFormProps & { choices: MeasureChoices }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const [today] = useState(readToday);
  const [draft, setDraft] = useState<MeasureDraft>(() => draftOf(measure, { choices, locale, today }));
  const change = (changed: Partial<MeasureDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  const { errors, busy, submit } = useRecordSave({
    schema: measureInputSchema,
    save: (input) => client.measures.save.mutate({ id, input }),
    onSaved: () => {
      showDoneToast(t`Mesure enregistrée`);
      onSaved();
    },
  });
  const form = useFocusFirstError(errors);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(draftInput(draft, { organisationId: choices.organisationId, today }));
      }}
    >
      <Stack>
        <TextInput
          label={t`Mesure`}
          description={t`Ce qui est décidé, en une ligne`}
          required
          data-autofocus
          value={draft.title}
          error={errors.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t`Description`}
          autosize
          minRows={2}
          value={draft.description}
          error={errors.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Portée par`}
          value={draft.ownerId}
          error={errors.ownerId}
          data={[
            { value: NO_PERSON, label: t`Une fonction ou un service` },
            ...choices.people.map(({ id: value, name }) => ({ value, label: name })),
          ]}
          onChange={(event) => change({ ownerId: event.currentTarget.value })}
        />
        {draft.ownerId === NO_PERSON && (
          <TextInput
            label={t`Fonction ou service`}
            required
            value={draft.ownerTitle}
            error={errors.ownerTitle}
            onChange={(event) => change({ ownerTitle: event.currentTarget.value })}
          />
        )}
        <DateField
          label={t`Début`}
          required
          context={{ today }}
          value={draft.startsOn}
          error={errors.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <DateField
          label={t`Échéance`}
          required
          context={{ today }}
          value={draft.dueOn}
          error={errors.dueOn}
          onChange={(dueOn) => change({ dueOn })}
        />
        <NativeSelect
          label={t`État`}
          value={draft.state}
          data={MEASURE_STATES.map((value) => ({ value, label: MEASURE_STATE_LABELS[value][locale] }))}
          onChange={(event) =>
            change({
              state: MEASURE_STATES.find((state) => state === event.currentTarget.value) ?? draft.state,
            })
          }
        />
        {draft.state === "given-up" && (
          <Textarea
            label={t`Raison de l'abandon`}
            required
            autosize
            value={draft.reason}
            error={errors.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
        <FigureFields draft={draft} choices={choices} errors={errors} today={today} onChange={change} />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}
