import { useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import type { NavEntry } from "./navigation.ts";
import { HOME_OF_ROLE, NAVIGATION } from "./navigation.ts";
import type { Session } from "./session-context.tsx";
import { rolesOf, sessionHolds } from "./session-context.tsx";
import type { ShellNavEntry } from "./ui/shell.tsx";

export interface Navigation {
  primary: ShellNavEntry[];
  secondary: ShellNavEntry[];
  /** Where « / » leads; null when the account may see no page. */
  home: string | null;
}

/** The pages that exist and that the account may open. */
export function useNavigation(session: Session): Navigation {
  const { i18n } = useLingui();
  const router = useRouter();
  const paths = Object.keys(router.routesByPath);
  const open = NAVIGATION.filter(({ to, right }) => paths.includes(to) && sessionHolds(session, right));
  const homes = rolesOf(session).map((role) => HOME_OF_ROLE[role]);
  const shown = ({ to, label }: NavEntry): ShellNavEntry => ({ to, label: i18n._(label) });
  return {
    primary: open.filter(({ secondary }) => secondary !== true).map(shown),
    secondary: open.filter(({ secondary }) => secondary === true).map(shown),
    home: homes.find((home) => open.some(({ to }) => to === home)) ?? open[0]?.to ?? null,
  };
}
