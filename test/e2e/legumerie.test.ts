import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { choose } from "./choose.ts";
import { settled, visitAs } from "./visit.ts";

const CANTEEN = "Restaurant administratif du Département";
const NOTE = "BL-ATELIER-42";

/** The tablet of the wet room. */
const TABLET = { size: { width: 820, height: 1180 } };

describe("the légumerie", () => {
  test("is asked for carrots, receives a lot, ends a batch and delivers: the canteen has the line, proven, and its local share moves", async () => {
    const { page: canteen } = await visitAs("manager");
    await ask(canteen);
    const local = await localShare(canteen);
    const { page } = await visitAs("legumerie", TABLET);
    await receiveLot(page);
    await endBatch(page);
    await deliver(page);

    expect(await localShare(canteen)).not.toBe(local);
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

async function ask(page: Page): Promise<void> {
  await page.goto("/legumerie");
  await settled(page);
  const workshop = page.getByRole("region", { name: "Disponible chez La Légumerie des Hauts d'Artois" });
  await workshop.getByRole("button", { name: /^Commander.: Carotte préparée, râpé$/ }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Kilos").fill("60");
  await form.getByLabel("Pour le").fill("+3");
  await form.getByLabel("Précision").fill(NOTE);
  await form.getByRole("button", { name: "Envoyer à la légumerie" }).click();
  await form.waitFor({ state: "detached" });
}

/** As the canteen's page says it. */
async function localShare(page: Page): Promise<string> {
  await page.goto("/cantine");
  await settled(page);
  const card = page.getByRole("article", { name: /local|proximité/i }).first();
  return (await card.innerText()).replaceAll(/\s/g, " ");
}

/** What the canteen asked for, from its request: canteen, kilos and price are there already. */
async function deliver(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=commandes");
  await settled(page);
  const request = page.getByRole("row").filter({ hasText: NOTE });
  await request.getByRole("button", { name: /^Livrer/ }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Numéro du bon de livraison").fill(NOTE);
  // Any older lot is proposed first: this one is taken from today's.
  await form.getByRole("combobox", { name: /^Produit fini/ }).fill("");
  await choose(form, "Produit fini", "reste 72");
  await form.getByRole("textbox", { name: /^Livré( \*)?$/ }).fill("60");
  await form.getByLabel("Prix HT du kilo").fill("1,85");
  await form.getByRole("button", { name: "Enregistrer la livraison" }).click();
  await form.waitFor({ state: "detached" });
  await request.waitFor({ state: "detached" });
  await page.goto("/legumerie?onglet=livraisons");
  await settled(page);
  await page
    .getByRole("row")
    .filter({ hasText: CANTEEN })
    .filter({ hasText: /60.kg/ })
    .filter({ hasText: /111,00/ })
    .first()
    .waitFor();
}
