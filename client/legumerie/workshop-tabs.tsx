import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { TextLink } from "../ui/links.tsx";
import classes from "./legumerie.module.css";
import type { Tab } from "./search.ts";
import { TABS } from "./search.ts";
import { useWorkshopSearch } from "./workshop.ts";

const LABELS: Record<Tab, MessageDescriptor> = {
  chiffres: msg`Chiffres`,
  receptions: msg`Réceptions`,
  transformations: msg`Transformations`,
  produits: msg`Produits finis`,
  livraisons: msg`Livraisons`,
  tracabilite: msg`Traçabilité`,
};

/** The parts of the page, as links: each has its address. */
export function WorkshopTabs(): React.ReactNode {
  const { t, i18n } = useLingui();
  const { search } = useWorkshopSearch();
  const current = search.onglet ?? "chiffres";
  return (
    <nav className={classes.tabs} aria-label={t`Parties de la légumerie`} data-no-print>
      {TABS.map((onglet) => (
        <TextLink
          key={onglet}
          to="/legumerie"
          className={classes.tab ?? ""}
          underline="never"
          search={({ atelier, annee }) => ({
            ...(atelier === undefined ? {} : { atelier }),
            ...(annee === undefined ? {} : { annee }),
            ...(onglet === "chiffres" ? {} : { onglet }),
          })}
          activeOptions={{ includeSearch: true, exact: true }}
          aria-current={onglet === current ? "page" : undefined}
        >
          {i18n._(LABELS[onglet])}
        </TextLink>
      ))}
    </nav>
  );
}
