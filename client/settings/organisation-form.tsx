import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Organisation } from "../../shared/organisations.ts";
import { ORGANISATION_TERRITORY_KINDS, organisationInputSchema } from "../../shared/organisations.ts";
import type { Territory } from "../../shared/territories.ts";
import { TERRITORY_KIND_LABELS } from "../../shared/territories.ts";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
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
  const [sharesOrderNames, setSharesOrderNames] = useState(organisation.sharesOrderNames);
  const search = useTerritorySearch(ORGANISATION_TERRITORY_KINDS);
  const client = useTRPCClient();
  const { errors, busy, submit } = useRecordSave({
    schema: organisationInputSchema,
    save: (input) => client.organisations.save.mutate({ input }),
    onSaved: () => onSaved(),
  });
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
        submit({ name, territoryCode: territory?.value ?? null, sharesOrderNames });
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
        <Checkbox
          label={t`Nommer les cantines entre elles dans les commandes groupées`}
          description={t`Chaque cantine lit le nom de ses voisines qui commandent aux mêmes fournisseurs cette semaine, jamais leurs montants. Sinon, elle n'en lit que le nombre.`}
          checked={sharesOrderNames}
          onChange={(event) => setSharesOrderNames(event.currentTarget.checked)}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}
