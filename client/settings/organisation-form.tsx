import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Organisation } from "../../shared/organisations.ts";
import { ORGANISATION_TERRITORY_KINDS, organisationInputSchema } from "../../shared/organisations.ts";
import type { Territory } from "../../shared/territories.ts";
import { TERRITORY_KIND_LABELS } from "../../shared/territories.ts";
import type { FieldErrors } from "../form-issues.ts";
import { readForm, serverErrors } from "../form-issues.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useTerritorySearch } from "./territory-search.ts";

interface OrganisationFormProps {
  organisation: Organisation;
  onSaved: () => void;
}

export function OrganisationForm({ organisation, onSaved }: OrganisationFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [name, setName] = useState(organisation.name);
  const [territory, setTerritory] = useState(() => optionOf(organisation.territory));
  const search = useTerritorySearch(ORGANISATION_TERRITORY_KINDS);
  const { errors, busy, submit } = useSave(onSaved);
  const form = useFocusFirstError(errors);
  function optionOf(of: Territory | null): SearchOption | null {
    return of && { value: of.code, label: of.name, detail: TERRITORY_KIND_LABELS[of.kind][locale] };
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name, territoryCode: territory?.value ?? null });
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
        <SearchSelect
          label={t`Territoire`}
          description={t`Département, intercommunalité ou région. Les rôles d'élu se donnent à l'intérieur.`}
          value={territory}
          error={errors.territoryCode}
          onChange={setTerritory}
          load={search}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

function useSave(onSaved: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const locale = useLocale();
  const [errors, setErrors] = useState<FieldErrors>({});
  const save = useMutation(
    trpc.organisations.save.mutationOptions({
      onSuccess: async (result) => {
        if (!result.saved) {
          setErrors(serverErrors(result.issues, locale));
          return;
        }
        await queryClient.invalidateQueries();
        onSaved();
      },
    }),
  );
  function submit(typed: unknown): void {
    const reading = readForm(organisationInputSchema, typed, locale);
    setErrors(reading.ok ? {} : reading.errors);
    if (reading.ok) save.mutate({ input: reading.value });
  }
  return { errors, busy: save.isPending, submit };
}
