import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Right, Role } from "../shared/permissions.ts";

export interface NavEntry {
  to: string;
  label: MessageDescriptor;
  /** Shown to who holds it somewhere. */
  right: Right;
  /** In the account menu instead of the bar. */
  secondary?: boolean;
}

/** Register of the bar's entries, in their order; one whose page does not exist is not shown. */
export const NAVIGATION: readonly NavEntry[] = [
  { to: "/territoire", label: msg`Territoire`, right: "figures.read" },
  { to: "/cantine", label: msg`Cantine`, right: "figures.read" },
  { to: "/lignes", label: msg`Lignes`, right: "orders.read" },
  { to: "/saisie", label: msg`Saisie`, right: "orders.draft" },
  { to: "/commandes", label: msg`Commandes`, right: "orders.draft" },
  { to: "/factures", label: msg`Factures`, right: "orders.draft" },
  { to: "/importer", label: msg`Importer`, right: "imports.write" },
  { to: "/comparer", label: msg`Comparer`, right: "prices.read" },
  { to: "/fournisseurs", label: msg`Fournisseurs`, right: "catalogue.read" },
  { to: "/justificatifs", label: msg`Justificatifs`, right: "orders.read" },
  { to: "/produits", label: msg`Produits`, right: "catalogue.read" },
  { to: "/legumerie", label: msg`Légumerie`, right: "catalogue.read" },
  { to: "/objectifs", label: msg`Objectifs`, right: "targets.read" },
  { to: "/historique", label: msg`Historique`, right: "audit.read", secondary: true },
  { to: "/reglages", label: msg`Réglages`, right: "organisation.write", secondary: true },
];

/** Each role's own screen. */
export const HOME_OF_ROLE: Record<Role, string> = {
  manager: "/saisie",
  kitchen: "/comparer",
  official: "/territoire",
  administrator: "/territoire",
  legumerie: "/legumerie",
};
