import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CanteenGroup } from "../../shared/canteen-groups.ts";
import { canteenGroupInputSchema } from "../../shared/canteen-groups.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { DataText } from "../ui/data-text.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import classes from "./settings.module.css";

interface CanteenGroupFormProps {
  id: string;
  /** Null: a new one. */
  group: CanteenGroup | null;
  onSaved: () => void;
}

export function CanteenGroupForm({ id, group, onSaved }: CanteenGroupFormProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const canteens = useQuery(trpc.canteens.listOfOrganisation.queryOptions());
  const [name, setName] = useState(group?.name ?? "");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(group?.canteenIds));
  const { errors, busy, submit } = useRecordSave({
    schema: canteenGroupInputSchema,
    save: (input) => client.canteenGroups.save.mutate({ id, input }),
    onSaved,
  });
  const form = useFocusFirstError(errors);
  const count = chosen.size;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name, canteenIds: [...chosen] });
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
        <fieldset className={choices.choices}>
          <legend>
            <Trans>Cantines du groupe</Trans>
          </legend>
          {(canteens.data ?? []).map((canteen) => (
            <label key={canteen.id} className={choices.choice}>
              <input
                type="checkbox"
                checked={chosen.has(canteen.id)}
                onChange={(event) =>
                  setChosen((now) => {
                    const next = new Set(now);
                    if (event.target.checked) next.add(canteen.id);
                    else next.delete(canteen.id);
                    return next;
                  })
                }
              />
              <DataText>{canteen.name}</DataText>
            </label>
          ))}
        </fieldset>
        <Text size="sm" role="status" className={classes.words}>
          <Plural
            value={count}
            _0="Aucune cantine choisie"
            one="# cantine choisie"
            other="# cantines choisies"
          />
        </Text>
        {errors.canteenIds !== undefined && (
          <Text size="sm" c="error" role="alert">
            {errors.canteenIds}
          </Text>
        )}
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}
