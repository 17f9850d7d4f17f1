import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Locale } from "../shared/locales.ts";
import { activateLocale } from "./i18n.ts";
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
  const signOut = useSignOut();
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
        {entries.map((entry) => (
          <LinkButton key={entry.to} to={entry.to} variant="subtle" justify="flex-start" fullWidth>
            {entry.label}
          </LinkButton>
        ))}
        <Button variant="subtle" justify="flex-start" fullWidth onClick={() => signOut.mutate()}>
          <Trans>Se déconnecter</Trans>
        </Button>
      </Disclosure>
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
