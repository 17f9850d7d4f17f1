import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import type { NavEntry } from "../navigation.ts";
import { NAVIGATION } from "../navigation.ts";
import { SECTIONS } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { TextLink } from "../ui/links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import classes from "./accessibility.module.css";

/** Every page that the account may open, in one list. */
export function SiteMapPage(): React.ReactNode {
  const { t, i18n } = useLingui();
  const { holds } = useSession();
  const router = useRouter();
  const paths = Object.keys(router.routesByPath);
  const isOpen = ({ to, right }: NavEntry): boolean => paths.includes(to) && holds(right);
  const inside = (to: string): readonly NavEntry[] => {
    const pages = Object.values(SECTIONS).find(([first]) => first.to === to) ?? [];
    return pages.slice(1).filter(isOpen);
  };
  return (
    <>
      <PageHeader title={t`Plan du site`} lead={<Trans>Toutes les pages ouvertes à votre compte.</Trans>} />
      <ul className={classes.map}>
        {NAVIGATION.filter(isOpen).map((entry) => (
          <li key={entry.to}>
            <TextLink to={entry.to}>{i18n._(entry.label)}</TextLink>
            {inside(entry.to).length > 0 && (
              <ul>
                {inside(entry.to).map(({ to, label }) => (
                  <li key={to}>
                    <TextLink to={to}>{i18n._(label)}</TextLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        <li>
          <TextLink to="/compte">
            <Trans>Mon compte</Trans>
          </TextLink>
        </li>
        <li>
          <TextLink to="/accessibilite">
            <Trans>Déclaration d'accessibilité</Trans>
          </TextLink>
        </li>
      </ul>
    </>
  );
}
