import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import type { NavEntry } from "./navigation.ts";
import { useSession } from "./session-context.tsx";
import { TabLink, TabLinks } from "./ui/tab-links.tsx";

/** Register of the pages under an entry of the bar, in their order, the entry's own page first. */
export const SECTIONS = {
  territoire: [
    { to: "/territoire", label: msg`Chiffres`, right: "figures.read" },
    { to: "/territoire/carte", label: msg`Carte`, right: "figures.read" },
    { to: "/territoire/pourquoi", label: msg`Pourquoi ça bouge`, right: "figures.read" },
    { to: "/territoire/comparaison", label: msg`Comparaison`, right: "figures.read" },
    { to: "/territoire/cdess", label: msg`Rapport CDESS`, right: "council.read" },
    { to: "/territoire/clauses", label: msg`Clauses sociales`, right: "clauses.read" },
    { to: "/territoire/partages", label: msg`Partage`, right: "organisation.write" },
  ],
  cantine: [
    { to: "/cantine", label: msg`Chiffres`, right: "figures.read" },
    { to: "/cantine/declaration", label: msg`Déclaration`, right: "figures.read" },
    { to: "/cantine/affiches", label: msg`Affiches et partage`, right: "shares.write" },
  ],
  comparer: [
    { to: "/comparer", label: msg`Un produit`, right: "prices.read" },
    { to: "/comparer/groupees", label: msg`Commandes groupées`, right: "orders.draft" },
  ],
  fournisseurs: [
    { to: "/fournisseurs", label: msg`Répertoire`, right: "catalogue.read" },
    { to: "/fournisseurs/mercuriales", label: msg`Mercuriales`, right: "prices.read" },
    { to: "/fournisseurs/devis", label: msg`Devis`, right: "prices.read" },
    { to: "/fournisseurs/marches", label: msg`Seuils de marchés`, right: "figures.read" },
  ],
  objectifs: [
    { to: "/objectifs", label: msg`Objectifs`, right: "targets.read" },
    { to: "/objectifs/mesures", label: msg`Mesures suivies`, right: "measures.read" },
    { to: "/objectifs/chemin", label: msg`Le chemin le moins cher`, right: "prices.read" },
  ],
} as const satisfies Record<string, readonly NavEntry[]>;

/** The tabs of a section, under the title of each of its pages; none when the account may open only one. */
export function SectionTabs({ section }: { section: keyof typeof SECTIONS }): React.ReactNode {
  const { t, i18n } = useLingui();
  const { holds } = useSession();
  const router = useRouter();
  const paths = Object.keys(router.routesByPath);
  const entries: readonly NavEntry[] = SECTIONS[section];
  const open = entries.filter(({ to, right }) => paths.includes(to) && holds(right));
  if (open.length < 2) return null;
  return (
    <TabLinks label={t`Pages de cette partie`}>
      {open.map(({ to, label }) => (
        // What a page does not know of the other's address, it drops.
        <TabLink key={to} to={to} search={true} activeOptions={{ exact: true, includeSearch: false }}>
          {i18n._(label)}
        </TabLink>
      ))}
    </TabLinks>
  );
}
