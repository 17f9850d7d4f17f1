import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { choose } from "./choose.ts";
import { settled, visitAs } from "./visit.ts";

const CANTEEN = "Restaurant administratif du Département";
const NOTE = "BL-ATELIER-42";

/** The tablet of the wet room. */
const TABLET = { size: { width: 820, height: 1180 } };

describe("the légumerie", () => {
  test("an operator's day on a tablet: asked for carrots, a proven lot, a batch, labels, a delivery, a refusal, the balance; the canteen has the line and its local purchases grow by it", async () => {
    const { page: canteen } = await visitAs("manager");
    await ask(canteen);
    const local = await localEuros(canteen);
    const { page } = await visitAs("legumerie", TABLET);
    await receiveLot(page);
    await endBatch(page);
    await printLabels(page);
    await deliver(page);

    // 60 kg at 1,85 €, grown nearby: all of it is local; the page tells whole euros.
    expect(Math.abs((await localEuros(canteen)) - local - 111)).toBeLessThanOrEqual(1);
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

    await refuse(page);
    await readBalance(page);
  });
});

async function receiveLot(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=receptions");
  await settled(page);
  await page.getByRole("button", { name: "Recevoir un lot" }).click();
  const form = page.getByRole("dialog");
  await choose(form, "Producteur", "scarpe");
  await choose(form, "Légume", "carotte");
  await form.getByRole("combobox", { name: "Bio" }).selectOption("AB");
  await form.getByText("certificat bio en règle ce jour-là").waitFor();
  await form.getByLabel("Poids brut").fill("103");
  await form.getByLabel("Prix du lot HT").fill("85");
  await form.getByLabel(/^N°.de lot du producteur/).fill("CHAMP-7");
  await expectThumbs(form);
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
  await expectThumbs(form);
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

/** Local purchases of the year, € HT, as the canteen's page says them beside its rate. */
async function localEuros(page: Page): Promise<number> {
  await page.goto("/cantine");
  await settled(page);
  const card = page.getByRole("article", { name: /local|proximité/i }).first();
  const words = await card.getByRole("link", { name: /^Voir les lignes/ }).innerText();
  return Number(words.replaceAll(/[^\d,]/g, "").replace(",", "."));
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
  await expectThumbs(form);
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

/** The PDF of the packs just made: 72 kg in packs of 5 kg, organic since the lot was proven. */
async function printLabels(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=produits");
  await settled(page);
  const row = page
    .getByRole("row")
    .filter({ hasText: /Carotte/ })
    .filter({ hasText: /72.kg/ });
  expect(await row.first().innerText()).toMatch(/bio \(AB\)/);
  const link = row.first().getByRole("link", { name: /15 étiquettes/ });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
}

/** Ten kilos come back: the delivery stays, the canteen is told. */
async function refuse(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=livraisons");
  await settled(page);
  const row = page
    .getByRole("row")
    .filter({ hasText: CANTEEN })
    .filter({ hasText: /111,00/ })
    .first();
  await row.getByRole("button", { name: /^Noter un refus/ }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Refusé").fill("10");
  await expectThumbs(form);
  await form.getByRole("button", { name: "Enregistrer le refus" }).click();
  await form.waitFor({ state: "detached" });
  // 50 kg kept at 1,85 €.
  await page.getByRole("row").filter({ hasText: CANTEEN }).filter({ hasText: /92,50/ }).first().waitFor();
}

/** Every kilo received is somewhere: the lines of the stock add up to what came in, to the gram. */
async function readBalance(page: Page): Promise<void> {
  await page.goto("/legumerie?onglet=stock");
  await settled(page);
  const table = page.getByRole("table", { name: /Ce qui est reçu égale la somme/ });
  const cells = await table.getByRole("row").allInnerTexts();
  const grams = cells.flatMap((text) => {
    const found = /([−-]?[\d\s\u00a0\u202f]+(?:,\d+)?)\s*kg/.exec(text)?.[1];
    return found === undefined
      ? []
      : [
          Math.round(
            Number(
              found
                .replaceAll(/[^\d,−-]/g, "")
                .replace("−", "-")
                .replace(",", "."),
            ) * 1000,
          ),
        ];
  });
  const [received = 0, ...places] = grams;
  expect(received).toBeGreaterThan(103_000);
  expect(places.reduce((sum, one) => sum + one, 0)).toBe(received);
}

/** Wet gloves: nothing to press or fill in is under 44 px. */
async function expectThumbs(form: Locator): Promise<void> {
  const small = await form
    .locator("button, input:not([type=radio], [type=checkbox]), select, label:has(input)")
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
        .map((one) => `${one.tagName} ${one.textContent} ${one.getBoundingClientRect().height}`),
    );
  expect(small).toEqual([]);
}
