import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createUserSchema } from "../../shared/grants.ts";
import type { Locale } from "../../shared/locales.ts";
import { LOCALES } from "../../shared/locales.ts";
import type { FieldErrors } from "../form-issues.ts";
import { useTRPC } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { GrantFields, grantOf, NEW_GRANT } from "./grant-fields.tsx";

interface NewUserFormProps {
  organisation: SearchOption;
  onCreated: (made: { email: string; token: string } | null) => void;
}

/** The server makes a link: it is shown once, to be handed over. */
export function NewUserForm({ organisation, onCreated }: NewUserFormProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [locale, setLocale] = useState<Locale>("fr");
  const [grant, setGrant] = useState(NEW_GRANT);
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useFocusFirstError(errors);
  const create = useMutation(
    trpc.users.create.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ invitation }, { email: created }) => {
        await queryClient.invalidateQueries(trpc.users.list.queryFilter());
        onCreated(invitation === null ? null : { email: created, token: invitation });
      },
    }),
  );
  const sentences: FieldErrors = {
    name: t`À remplir.`,
    email: t`Une adresse ressemble à prenom.nom@exemple.fr.`,
    grants: t`Choisissez dans la liste.`,
  };

  function submit(): void {
    const chosen = grantOf(grant);
    const typed = { name, email, locale, grants: chosen === null ? [] : [chosen] };
    const reading = createUserSchema.safeParse(typed);
    const refused = reading.success ? [] : reading.error.issues.map((issue) => String(issue.path[0]));
    setErrors(Object.fromEntries(refused.map((field) => [field, sentences[field] ?? ""])));
    if (reading.success) create.mutate(reading.data);
  }
  const taken = create.isError && errorCode(create.error) === "CONFLICT";
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
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
        <TextInput
          label={t`Adresse électronique`}
          required
          type="email"
          value={email}
          error={taken ? t`Un compte a déjà cette adresse.` : errors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Langue`}
          value={locale}
          data={[
            { value: "fr", label: "Français" },
            { value: "en", label: "English" },
          ]}
          onChange={(event) =>
            setLocale(LOCALES.find((value) => value === event.currentTarget.value) ?? "fr")
          }
        />
        <GrantFields value={grant} onChange={setGrant} organisation={organisation} error={errors.grants} />
        {create.isError && !taken && <ErrorState error={create.error} />}
        <Button type="submit" loading={create.isPending}>
          <Trans>Créer le compte</Trans>
        </Button>
      </Stack>
    </form>
  );
}
