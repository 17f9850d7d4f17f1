import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Locale } from "../shared/locales.ts";
import { activateLocale } from "./i18n.ts";
import { useEntriesOf } from "./outbox/outbox-context.tsx";
import { useSession } from "./session-context.tsx";
import { useTRPC } from "./trpc.ts";
import { Disclosure } from "./ui/disclosure.tsx";
import { Icon } from "./ui/icons.tsx";
import { LanguageSwitch } from "./ui/language-switch.tsx";
import { LinkButton } from "./ui/links.tsx";
import type { ShellNavEntry } from "./ui/shell.tsx";

/** Language, kept with the account; name, secondary pages, way out. */
export function AccountMenu({ entries }: { entries: readonly ShellNavEntry[] }): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const setLocale = useMutation(
    trpc.session.setLocale.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.session.current.queryKey() }),
    }),
  );

  function changeLocale(locale: Locale): void {
    void activateLocale(locale);
    setLocale.mutate({ locale });
  }

  return (
    <>
      <LanguageSwitch onChange={changeLocale} />
      <Disclosure
        label={t`Compte de ${user.name}`}
        icon={<Icon name="user" />}
        text={user.name}
        heading={user.email}
      >
        <LinkButton to="/compte" variant="subtle" justify="flex-start" fullWidth>
          <Trans>Mon compte</Trans>
        </LinkButton>
        {entries.map((entry) => (
          <LinkButton key={entry.to} to={entry.to} variant="subtle" justify="flex-start" fullWidth>
            {entry.label}
          </LinkButton>
        ))}
        <SignOutButton userId={user.id} />
      </Disclosure>
    </>
  );
}

/** What waits on this device is said first: it stays, and leaves at the next sign-in. */
function SignOutButton({ userId }: { userId: string }): React.ReactNode {
  const signOut = useSignOut();
  const waiting = useEntriesOf(userId).length;
  const [warned, setWarned] = useState(false);
  return (
    <>
      {warned && waiting > 0 && (
        <Text size="sm" role="alert" px="md" py="xs">
          <Plural
            value={waiting}
            one="# saisie attend encore sur cet appareil. Elle y reste, et partira quand vous vous reconnecterez ici."
            other="# saisies attendent encore sur cet appareil. Elles y restent, et partiront quand vous vous reconnecterez ici."
          />
        </Text>
      )}
      <Button
        variant="subtle"
        justify="flex-start"
        fullWidth
        onClick={() => (warned || waiting === 0 ? signOut.mutate() : setWarned(true))}
      >
        {warned && waiting > 0 ? <Trans>Partir quand même</Trans> : <Trans>Se déconnecter</Trans>}
      </Button>
    </>
  );
}

function useSignOut(): { mutate: () => void } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await navigate({ to: "/connexion" });
      },
    }),
  );
}
