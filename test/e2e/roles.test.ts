import { describe, expect, inject, test } from "vitest";
import type { Role } from "../../shared/permissions.ts";
import { ENTER_AS, openVisit, signIn } from "./visit.ts";

interface Place {
  home: string;
  heading: string;
  navigation: readonly string[];
  /** Behind the account's name. */
  account: readonly string[];
}

const PLACES: Readonly<Record<Role, Place>> = {
  manager: {
    home: "/saisie",
    heading: "Saisie",
    navigation: [
      "Territoire",
      "Cantine",
      "Lignes",
      "Saisie",
      "Commandes",
      "Factures",
      "Importer",
      "Comparer",
      "Fournisseurs",
      "Justificatifs",
      "Produits",
      "Légumerie",
      "Objectifs",
    ],
    account: ["Mon compte", "Historique"],
  },
  kitchen: {
    home: "/comparer",
    heading: "Comparer",
    navigation: [
      "Territoire",
      "Cantine",
      "Lignes",
      "Saisie",
      "Commandes",
      "Factures",
      "Comparer",
      "Fournisseurs",
      "Justificatifs",
      "Produits",
      "Légumerie",
      "Objectifs",
    ],
    account: ["Mon compte"],
  },
  official: {
    home: "/territoire",
    heading: "Pas-de-Calais",
    navigation: [
      "Territoire",
      "Cantine",
      "Lignes",
      "Fournisseurs",
      "Justificatifs",
      "Produits",
      "Légumerie",
      "Objectifs",
    ],
    account: ["Mon compte"],
  },
  administrator: {
    home: "/territoire",
    heading: "Département du Pas-de-Calais",
    navigation: [
      "Territoire",
      "Cantine",
      "Lignes",
      "Saisie",
      "Commandes",
      "Factures",
      "Importer",
      "Comparer",
      "Fournisseurs",
      "Justificatifs",
      "Produits",
      "Légumerie",
      "Objectifs",
    ],
    account: ["Mon compte", "Historique", "Réglages"],
  },
  legumerie: {
    home: "/legumerie",
    heading: "Légumerie",
    navigation: ["Fournisseurs", "Produits", "Légumerie"],
    account: ["Mon compte"],
  },
};

describe("the five accounts of the demonstration", () => {
  for (const role of Object.keys(ENTER_AS) as Role[]) {
    const place = PLACES[role];

    test(`${role} lands on ${place.home} and sees only its own pages`, async () => {
      const { page } = await openVisit(inject("demoOrigin"));
      await page.goto("/");
      await page.waitForURL(/\/connexion/);
      await signIn(page, role);

      expect(new URL(page.url()).pathname).toBe(place.home);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(place.heading);
      const bar = page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link");
      expect(await bar.allInnerTexts()).toEqual(place.navigation);
      await page.getByRole("button", { name: /^Compte de / }).click();
      const menu = page.getByRole("button", { name: "Se déconnecter" });
      await menu.waitFor();
      const links = menu.locator("xpath=..").getByRole("link");
      expect(await links.allInnerTexts()).toEqual(place.account);

      await menu.click();
      await page.waitForURL(/\/connexion/);
      await page.goto(place.home);
      await page.waitForURL(/\/connexion/);
    });
  }
});
