import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, CloseButton, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Moved } from "../../shared/moves.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { PatCommune, ShownPat } from "../../shared/pats.ts";
import { patInputSchema } from "../../shared/pats.ts";
import { useTRPCClient } from "../trpc.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import { PatCommuneFields } from "./pat-commune-fields.tsx";
import classes from "./settings.module.css";

interface PatFormProps {
  id: string;
  /** Null: a new one. */
  pat: ShownPat | null;
  onSaved: (moved: Moved | null) => void;
}

export function PatForm({ id, pat, onSaved }: PatFormProps): React.ReactNode {
  const { t } = useLingui();
  const [name, setName] = useState(pat?.name ?? "");
  const [communes, setCommunes] = useState<readonly PatCommune[]>(pat?.communes ?? []);
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: patInputSchema,
    save: (input) => client.pats.save.mutate({ id, input }),
    onSaved: (result) => onSaved(result.moved),
  });
  const form = useFocusFirstError(errors);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name, communes: communes.map(({ code }) => code) });
      }}
    >
      <Stack>
        <TextInput
          label={t`Nom`}
          required
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PatCommuneFields
          error={errors.communes}
          onAdd={(added) => setCommunes((now) => together(now, added))}
        />
        <ChosenCommunes
          communes={communes}
          onRemove={(code) => setCommunes((now) => now.filter((commune) => commune.code !== code))}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

interface ChosenCommunesProps {
  communes: readonly PatCommune[];
  onRemove: (code: string) => void;
}

function ChosenCommunes({ communes, onRemove }: ChosenCommunesProps): React.ReactNode {
  const { t } = useLingui();
  const count = communes.length;
  return (
    <section aria-label={t`Communes du PAT`}>
      <Text size="sm" role="status" mb="xs">
        <Plural
          value={count}
          _0="Aucune commune choisie"
          one="# commune choisie"
          other="# communes choisies"
        />
      </Text>
      {count > 0 && (
        <ul className={classes.communes}>
          {communes.map(({ code, name, departement }) => (
            <li key={code}>
              <span>
                {name} <span className={classes.detail}>({departement})</span>
              </span>
              <CloseButton size="lg" aria-label={t`Retirer ${name}`} onClick={() => onRemove(code)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Each commune once, by name. */
function together(now: readonly PatCommune[], added: readonly PatCommune[]): PatCommune[] {
  const all = new Map([...now, ...added].map((commune) => [commune.code, commune]));
  return [...all.values()].toSorted((a, b) => (searchKey(a.name) < searchKey(b.name) ? -1 : 1));
}
