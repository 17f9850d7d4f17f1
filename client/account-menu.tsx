import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Locale } from "../shared/locales.ts";
import classes from "./account-menu.module.css";
import { activateLocale } from "./i18n.ts";
import { useSession } from "./session-context.tsx";
import { useTRPC } from "./trpc.ts";
import { Icon } from "./ui/icons.tsx";
import { LanguageSwitch } from "./ui/language-switch.tsx";
import type { ShellNavEntry } from "./ui/shell.tsx";

/** Language, kept with the account; name, secondary pages, way out. */
export function AccountMenu({ entries }: { entries: readonly ShellNavEntry[] }): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const sessionKey = trpc.session.current.queryKey();
  const setLocale = useMutation(
    trpc.session.setLocale.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionKey }),
    }),
  );
  const signOut = useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await navigate({ to: "/connexion" });
      },
    }),
  );

  function changeLocale(locale: Locale): void {
    void activateLocale(locale);
    setLocale.mutate({ locale });
  }

  return (
    <>
      <LanguageSwitch onChange={changeLocale} />
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-md"
            aria-label={t`Compte de ${user.name}`}
            leftSection={<Icon name="user" />}
          >
            <span className={classes.name}>{user.name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{user.email}</Menu.Label>
          {entries.map((entry) => (
            <Menu.Item key={entry.to} onClick={() => void navigate({ to: entry.to })}>
              {entry.label}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => signOut.mutate()}>
            <Trans>Se déconnecter</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
