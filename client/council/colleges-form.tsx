import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CouncilCollege, CouncilTopic } from "../../shared/council-colleges.ts";
import { COUNCIL_TOPIC_LABELS, COUNCIL_TOPICS, collegesSchema } from "../../shared/council-colleges.ts";
import { useTRPC } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./council.module.css";

interface Draft extends CouncilCollege {
  key: number;
}

/** How the council is composed, and what each college is told of. */
export function CollegesForm({
  colleges,
  onSaved,
}: {
  colleges: readonly CouncilCollege[];
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    colleges.map((college, key) => ({ ...college, key })),
  );
  const [judged, setJudged] = useState(false);
  const save = useMutation(
    trpc.council.saveColleges.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.council.pathFilter());
        onSaved();
      },
    }),
  );
  const change = (key: number, changed: Partial<CouncilCollege>): void =>
    setDrafts((now) => now.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setJudged(true);
        const reading = collegesSchema.safeParse(drafts.map(({ name, topics }) => ({ name, topics })));
        if (reading.success) save.mutate({ colleges: reading.data });
      }}
    >
      <div className={classes.colleges}>
        <Text size="sm">
          <Trans>
            Aucun texte national ne fixe ces collèges : chaque Département nomme les siens. Chacun reçoit un
            paragraphe sur ce que vous cochez.
          </Trans>
        </Text>
        {drafts.map((draft, index) => (
          <CollegeFields
            key={draft.key}
            draft={draft}
            rank={index + 1}
            judged={judged}
            onChange={(changed) => change(draft.key, changed)}
            onRemove={() => setDrafts((now) => now.filter(({ key }) => key !== draft.key))}
          />
        ))}
        <Stack gap="sm">
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() =>
              setDrafts((now) => [
                ...now,
                { key: Math.max(-1, ...now.map(({ key }) => key)) + 1, name: "", topics: ["canteens"] },
              ])
            }
          >
            {t`Ajouter un collège`}
          </Button>
          <Button type="submit" loading={save.isPending}>
            <Trans>Enregistrer</Trans>
          </Button>
        </Stack>
      </div>
    </form>
  );
}

interface CollegeFieldsProps {
  draft: Draft;
  /** From 1. */
  rank: number;
  judged: boolean;
  onChange: (changed: Partial<CouncilCollege>) => void;
  onRemove: () => void;
}

function CollegeFields({ draft, rank, judged, onChange, onRemove }: CollegeFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { name, topics } = draft;
  const toggled = (topic: CouncilTopic): CouncilTopic[] =>
    COUNCIL_TOPICS.filter((one) => (one === topic ? !topics.includes(one) : topics.includes(one)));
  return (
    <fieldset className={choices.choices}>
      <legend>{t`Collège ${rank}`}</legend>
      <TextInput
        label={t`Nom`}
        required
        value={name}
        error={judged && name.trim() === "" ? t`À remplir.` : null}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {COUNCIL_TOPICS.map((topic) => (
        <label key={topic} className={choices.choice}>
          <input
            type="checkbox"
            checked={topics.includes(topic)}
            onChange={() => onChange({ topics: toggled(topic) })}
          />
          {COUNCIL_TOPIC_LABELS[topic][locale]}
        </label>
      ))}
      {judged && topics.length === 0 && (
        <Text size="sm" c="error" role="alert">
          {t`Cochez au moins un sujet.`}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={onRemove}
        aria-label={t`Retirer le collège ${rank}`}
      >
        <Trans>Retirer</Trans>
      </Button>
    </fieldset>
  );
}
