import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TERRITORY_KIND_LABELS } from "../../shared/territories.ts";
import { PASSWORD_LENGTH } from "../../shared/users.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { Redirect } from "../ui/redirect.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { usePasswordSentences } from "../use-password-sentences.ts";
import { useOpenSession } from "./use-open-session.ts";
import classes from "./welcome.module.css";
import { Welcome } from "./welcome.tsx";

const EMPTY = { organisationName: "", name: "", email: "", password: "" };

/** First run: nobody exists yet, the first person here administers the organisation. */
export function FirstAdministratorPage(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const session = useQuery(trpc.session.current.queryOptions());
  const openSession = useOpenSession();
  const create = useMutation(
    trpc.session.createFirstAdministrator.mutationOptions({
      meta: { quiet: true },
      onSuccess: () => openSession(),
    }),
  );
  const common = create.isError && errorReason(create.error) === "common-password";
  if (session.data?.needsFirstAdministrator === false && create.isIdle) return <Redirect to="/connexion" />;
  return (
    <Welcome>
      <PageHeader
        title={t`Premiers pas`}
        lead={<Trans>Personne n'a encore de compte ici. Le premier sera celui de l'administration.</Trans>}
      />
      {create.isError && !common && <ErrorState error={create.error} />}
      <FirstAdministratorForm
        onSubmit={(entered) => create.mutate({ ...entered, locale })}
        busy={create.isPending}
        common={common}
      />
    </Welcome>
  );
}

interface FormProps {
  onSubmit: (entered: typeof EMPTY & { territoryCode: string | null }) => void;
  busy: boolean;
  /** The password was refused as one of those tried first. */
  common: boolean;
}

function FirstAdministratorForm({ onSubmit, busy, common }: FormProps): React.ReactNode {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [entered, setEntered] = useState(EMPTY);
  const [territory, setTerritory] = useState<SearchOption | null>(null);
  const [refused, setRefused] = useState(false);
  const locale = useLocale();
  const { rule, tooShort, tooCommon } = usePasswordSentences();
  const short = entered.password.length < PASSWORD_LENGTH.min;
  const bind = (
    field: keyof typeof EMPTY,
  ): { value: string; onChange: (event: React.ChangeEvent<HTMLInputElement>) => void } => ({
    value: entered[field],
    onChange: (event) => setEntered({ ...entered, [field]: event.currentTarget.value }),
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(short);
        if (!short) onSubmit({ ...entered, territoryCode: territory?.value ?? null });
      }}
    >
      <TextInput
        label={t`Organisation`}
        description={t`Le Département, la commune ou l'association qui gère les cantines.`}
        autoComplete="organization"
        required
        {...bind("organisationName")}
      />
      <SearchSelect
        label={t`Territoire`}
        description={t`Département, intercommunalité ou région de vos cantines. Facultatif, se change dans les réglages.`}
        value={territory}
        onChange={setTerritory}
        load={async (typed) => {
          const found = await client.session.searchTerritories.query({ text: typed.slice(0, 100) });
          return found.map(({ code, kind, name }) => ({
            value: code,
            label: name,
            detail: TERRITORY_KIND_LABELS[kind][locale],
          }));
        }}
      />
      <TextInput label={t`Votre nom`} autoComplete="name" required {...bind("name")} />
      <TextInput
        label={t`Adresse électronique`}
        type="email"
        autoComplete="username"
        required
        {...bind("email")}
      />
      <PasswordField
        label={t`Mot de passe`}
        description={rule}
        error={refused && short ? tooShort : common && !short ? tooCommon : null}
        maxLength={PASSWORD_LENGTH.max}
        autoComplete="new-password"
        required
        {...bind("password")}
      />
      <Button type="submit" size="md" loading={busy}>
        <Trans>Créer l'organisation</Trans>
      </Button>
    </form>
  );
}
