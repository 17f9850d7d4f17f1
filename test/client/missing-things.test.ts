import { expect, test } from "vitest";
import { missingThing } from "../../client/missing-things.ts";

function missing(address: string): { title: string; to: string } {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const { title, to } = missingThing(pathname, searchParams);
  return { title: title.fr, to };
}

test("an address of nothing says what is not there, and leads to the list of what is", () => {
  expect(missing("/fournisseurs/abc")).toEqual({
    title: "Ce fournisseur n'existe pas, ou plus",
    to: "/fournisseurs",
  });
  expect(missing("/fournisseurs/devis?devis=abc").to).toBe("/fournisseurs/devis");
  expect(missing("/fournisseurs/mercuriales?liste=abc").title).toMatch(/^Cette mercuriale/);
  expect(missing("/commandes/abc/abc").to).toBe("/commandes");
  expect(missing("/factures/abc/abc?onglet=lignes").to).toBe("/factures");
  expect(missing("/saisie?piece=abc").to).toBe("/factures");
  expect(missing("/comparer?produit=abc&tri=price").title).toMatch(/^Ce produit/);
});

test("a choice that is not there leads to its page without it", () => {
  expect(missing("/cantine/declaration?canteen=abc")).toEqual({
    title: "Cette cantine n'existe pas, ou plus",
    to: "/cantine/declaration",
  });
  expect(missing("/lignes?supplier=abc").title).toMatch(/^Ce fournisseur/);
  expect(missing("/objectifs/chemin")).toEqual({
    title: "Il n'y a rien à cette adresse",
    to: "/objectifs/chemin",
  });
});
