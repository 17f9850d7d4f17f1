import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { choose } from "./choose.ts";
import { settled, visitAs } from "./visit.ts";

const CANTEEN = "Restaurant administratif du Département";
const NOTE = "BL-ATELIER-42";

describe("the légumerie", () => {
  test("receives a lot, ends a batch and delivers it: the canteen has the line, proven from the field", async () => {
    const { page } = await visitAs("legumerie");
    await receiveLot(page);
    await endBatch(page);
    await deliver(page);

    const { page: canteen } = await visitAs("manager");
    await canteen.goto("/commandes");
    await settled(canteen);
    await canteen.getByLabel("Chercher").fill(NOTE);
    const row = canteen.getByRole("row").filter({ hasText: NOTE });
    await row.waitFor();
    // 60 kg at 1,85 €.
    expect((await row.innerText()).replaceAll(/\s/g, " ")).toContain("111,00 €");
    await row.getByRole("link").first().click();
    await settled(canteen);
    const line = canteen
      .getByRole("row")
      .filter({ hasText: /Carotte/ })
      .first();
    expect(await line.innerText()).toMatch(/60/);
  });
});

async function receiveLot(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=receptions");
  await settled(page);
  await page.getByRole("button", { name: "Recevoir un lot" }).click();
  const form = page.getByRole("dialog");
  await choose(form, "Producteur", "scarpe");
  await choose(form, "Légume", "carotte");
  await form.getByLabel("Poids brut").fill("103");
  await form.getByLabel("Prix du lot HT").fill("85");
  await form.getByLabel(/^N°.de lot du producteur/).fill("CHAMP-7");
  await form.getByRole("button", { name: "Enregistrer la réception" }).click();
  await form.waitFor({ state: "detached" });
  await page
    .getByRole("row")
    .filter({ hasText: "Les Jardins de la Scarpe" })
    .filter({ hasText: /103.kg/ })
    .first()
    .waitFor();
}

async function endBatch(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=transformations");
  await settled(page);
  await page.getByRole("button", { name: "Démarrer une transformation" }).click();
  const form = page.getByRole("dialog");
  await choose(form, "Lot", "reste 103");
  await form.getByLabel("Poids brut").fill("103");
  await form.getByRole("button", { name: "Ajouter un produit fini" }).click();
  await choose(form, "Produit fini", "carotte");
  await form.getByLabel("Poids net").fill("72");
  await form.getByRole("button", { name: "Ajouter une perte" }).click();
  await form.getByLabel("Poids", { exact: false }).last().fill("31");
  await form.getByRole("button", { name: "Terminer la transformation" }).click();
  await form.waitFor({ state: "detached" });
}

async function deliver(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=livraisons");
  await settled(page);
  await page.getByRole("button", { name: "Livrer une cantine" }).click();
  const form = page.getByRole("dialog");
  await choose(form, "Cantine", "administratif");
  await form.getByLabel("Numéro du bon de livraison").fill(NOTE);
  await choose(form, "Produit fini", "reste 72");
  await form.getByRole("textbox", { name: /^Livré( \*)?$/ }).fill("60");
  await form.getByLabel("Prix HT du kilo").fill("1,85");
  await form.getByRole("button", { name: "Enregistrer la livraison" }).click();
  await form.waitFor({ state: "detached" });
  await page
    .getByRole("row")
    .filter({ hasText: CANTEEN })
    .filter({ hasText: /60.kg/ })
    .filter({ hasText: /111,00/ })
    .first()
    .waitFor();
}
