import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { fictionalSiret } from "../../server/demo/fictional-numbers.ts";
import { startSite } from "../support/e2e-server.ts";
import { choose } from "./choose.ts";
import type { Visit } from "./visit.ts";
import { openVisit, settled } from "./visit.ts";

const PASSWORD = "une phrase assez longue";

describe("a first run without demonstration", () => {
  test("asks for an administrator, who makes a canteen, a supplier and a manager, who enters an order", async () => {
    const { origin, stop } = await startSite({ demo: false });
    onTestFinished(stop);
    const { page } = await openVisit(origin);
    await page.goto("/");
    await page.waitForURL("**/premiers-pas");
    await settled(page);
    await page.getByLabel("Organisation").fill("Commune de Bapaume");
    await page.getByLabel("Votre nom").fill("Ada Martin");
    await page.getByLabel("Adresse électronique").fill("ada@bapaume.example");
    await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
    await page.getByRole("button", { name: "Créer l'organisation" }).click();
    await page.waitForURL("**/territoire");
    await settled(page);
    expect(await page.getByText("Données de démonstration").count()).toBe(0);

    await makeCanteen(page);
    await makeSupplier(page);
    const link = await makeManager(page);
    await enterFirstOrder(await openVisit(origin), link);
  });
});

async function makeCanteen(page: Page): Promise<void> {
  await page.goto("/reglages");
  await settled(page);
  await page.getByRole("button", { name: "Nouvelle cantine" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nom", { exact: false }).first().fill("École Jules-Ferry");
  await form.getByLabel("SIRET").fill(fictionalSiret(900));
  await choose(form, "Commune", "Bapaume");
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByRole("rowheader", { name: "École Jules-Ferry" }).waitFor();
}

async function makeSupplier(page: Page): Promise<void> {
  await page.goto("/fournisseurs");
  await settled(page);
  await page
    .getByRole("button", { name: /Nouveau fournisseur/ })
    .first()
    .click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nom", { exact: false }).first().fill("Ferme du Moulin");
  await choose(form, "Commune de production", "Arras");
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await form.waitFor({ state: "detached" });
}

/** Returns the link made for the new account, shown once. */
async function makeManager(page: Page): Promise<string> {
  await page.goto("/reglages");
  await settled(page);
  await page.getByRole("button", { name: "Nouveau compte" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Nom", { exact: false }).first().fill("Louis Petit");
  await form.getByLabel("Adresse électronique").fill("louis@bapaume.example");
  await choose(form, "Une cantine", "Jules");
  await form.getByRole("button", { name: "Créer le compte" }).click();
  const notice = page.getByRole("status").filter({ hasText: "Lien pour louis@bapaume.example" });
  await notice.waitFor();
  return await notice.locator("code").innerText();
}

async function enterFirstOrder({ page }: Visit, link: string): Promise<void> {
  await page.goto(link);
  await settled(page);
  await page.getByLabel(/^Mot de passe/).fill("trois poireaux sous la pluie");
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.waitForURL("**/saisie");
  await settled(page);
  await page.keyboard.type("moulin");
  await page.keyboard.press("Enter");
  await page.getByRole("grid").and(page.locator(":focus")).waitFor();
  await settled(page);
  await page.keyboard.type("Carottes");
  await page.keyboard.press("Tab");
  for (const text of ["20", "kg", "1,50"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.getByRole("columnheader", { name: "Famille" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("fruits");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Commande enregistrée").waitFor();

  await page.goto("/cantine");
  await settled(page);
  expect((await page.locator("main").innerText()).replaceAll(/\s/g, " ")).toContain("30,00 €");
}
