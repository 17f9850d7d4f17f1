import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { TabLink, TabLinks } from "../ui/tab-links.tsx";
import type { Tab } from "./tabs.ts";
import { useTabs } from "./use-tabs.ts";

const LABELS: Record<Tab, MessageDescriptor> = {
  chiffres: msg`Chiffres`,
  indicateurs: msg`Indicateurs`,
  receptions: msg`Réceptions`,
  transformations: msg`Transformations`,
  produits: msg`Produits`,
  commandes: msg`Commandes`,
  semaine: msg`Semaine`,
  livraisons: msg`Livraisons`,
  stock: msg`Stock`,
  heures: msg`Heures`,
  scenario: msg`Scénario`,
  tracabilite: msg`Traçabilité`,
  commander: msg`Commander`,
};

/** The parts of the page, as links: each has its address. */
export function WorkshopTabs(): React.ReactNode {
  const { t, i18n } = useLingui();
  const { open, current } = useTabs();
  if (open.length < 2) return null;
  return (
    <TabLinks label={t`Parties de la légumerie`}>
      {open.map((onglet) => (
        <TabLink
          key={onglet}
          to="/legumerie"
          search={({ atelier, annee }) => ({
            ...(atelier === undefined ? {} : { atelier }),
            ...(annee === undefined ? {} : { annee }),
            ...(onglet === "chiffres" ? {} : { onglet }),
          })}
          activeOptions={{ includeSearch: true, exact: true }}
          aria-current={onglet === current ? "page" : undefined}
        >
          {i18n._(LABELS[onglet])}
        </TabLink>
      ))}
    </TabLinks>
  );
}
