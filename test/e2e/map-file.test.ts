import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import { axeViolations } from "../support/axe.ts";
import { askProcedure, chosenCanteen } from "./ask.ts";
import { dropFile } from "./drop-file.ts";
import { sidewaysScroll } from "./sideways-scroll.ts";
import { PHONE, settled, visitAs } from "./visit.ts";

/** 1 234,50 + 22,10 + 10,00 €. */
const IMPORTED_CENTS = 126_660;

describe("a manager and a wholesaler's statement", () => {
  test("drops it on the entry page, says once what its columns are, corrects a refused row in the grid, and undoes", async () => {
    const { page } = await visitAs("manager");
    await page.goto("/saisie");
    await settled(page);
    const canteen = await chosenCanteen(page);
    const before = await total(page, canteen);

    await dropFile(page, { name: "relevé de février.csv", content: statement("02", "douze") });
    await page.getByRole("heading", { name: "Ce que dit chaque colonne" }).waitFor();
    expect(await page.getByLabel("Ce que dit la colonne Désignation").inputValue()).toBe("description");
    expect(await page.getByLabel("Ligne des titres").inputValue()).toBe("3");
    await page.getByLabel("Nom de cette source").fill("Grossiste de l'essai");
    await page.getByRole("button", { name: "Voir l'aperçu" }).click();
    await page.getByText("Source reconnue : Grossiste de l'essai.").waitFor();

    await page
      .getByLabel("Même fournisseur que « Primeurs de l'Essai »")
      .or(page.getByLabel("Même fournisseur que « PRIMEUR DE L'ESSAI »"))
      .first()
      .selectOption({ index: 1 });
    await page.getByLabel("Famille : ce que veut dire « F&L frais »").selectOption("FRUITS_ET_LEGUMES");
    await page.getByRole("button", { name: "Appliquer ces réponses" }).click();
    const go = page.getByRole("button", { name: "Importer les 3 achats justes" });
    await go.waitFor();
    await settled(page);
    expect(await page.locator("main").innerText()).toMatch(/1 ligne de total ou de titre laissée de côté/);
    expect(await total(page, canteen)).toBe(before);

    await go.click();
    await page.getByText("3 achats importés").first().waitFor();
    await settled(page);
    expect(await total(page, canteen)).toBe(before + IMPORTED_CENTS);

    await page.getByRole("heading", { name: "1 ligne à corriger" }).waitFor();
    await page
      .getByRole("link", { name: /^Corriger les lignes de/ })
      .first()
      .click();
    const amount = page.getByRole("gridcell", { name: /douze/ });
    await amount.waitFor();
    await settled(page);
    expect(await axeViolations(page)).toEqual([]);
    await amount.click();
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.waitForURL("**/importer");
    await page.getByRole("heading", { name: "1 ligne à corriger" }).waitFor({ state: "detached" });
    await settled(page);
    expect(await total(page, canteen)).toBe(before + IMPORTED_CENTS + 1_200);

    await page.getByRole("button", { name: "Annuler l'import de relevé de février.csv" }).click();
    await page.getByRole("link", { name: "Reprendre relevé de février.csv" }).waitFor();
    await settled(page);
    // The corrected row is of its import's batch.
    expect(await total(page, canteen)).toBe(before);
  });

  test("is asked nothing of the second file of the same source", async () => {
    const { page } = await visitAs("manager");
    // It falls before the part of the page that takes files has come.
    const dropped = Promise.withResolvers<void>();
    await page.route(/\/file-drop-[^/]+\.js$/, async (route) => {
      await dropped.promise;
      await route.continue();
    });
    await page.goto("/cantine");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByRole("button", { name: "Importer un fichier" }).count()).toBe(0);
    await dropFile(page, { name: "relevé de mars.csv", content: statement("03", "13,10") });
    dropped.resolve();
    await page.getByText("Source reconnue : Grossiste de l'essai.").waitFor();
    await page.getByRole("button", { name: "Importer les 4 achats" }).waitFor();
    expect(await page.getByRole("heading", { name: "Ce que dit chaque colonne" }).count()).toBe(0);
  });

  test("reloads in the middle of a large import, sees it go on, and gives it up", async () => {
    const { page } = await visitAs("manager");
    await page.goto("/importer");
    await settled(page);
    const canteen = await chosenCanteen(page);
    const before = await total(page, canteen);
    await page.locator('main input[type="file"]').setInputFiles({
      name: "un an d'achats.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(await largeFile(page)),
    });
    // Sixty thousand rows are read before they are shown.
    await page.getByRole("button", { name: /^Importer les/ }).click({ timeout: 60_000 });
    await page.getByRole("progressbar", { name: "Avancement de l'import" }).waitFor();
    await page.reload();
    await page.getByRole("progressbar", { name: "Avancement de l'import" }).waitFor();
    await page.getByRole("button", { name: "Abandonner cet import" }).click();
    await page.getByText("Vous l'avez abandonné : aucune ligne n'a été gardée.").waitFor();
    await settled(page);
    expect(await total(page, canteen)).toBe(before);

    await page.setViewportSize(PHONE);
    await page.goto("/commandes");
    await settled(page);
    await page.getByRole("link", { name: "Import non fait" }).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** As a wholesaler writes it: titles above, windows-1252, its own words, one supplier spelt in two ways, a total below. */
function statement(month: string, lastAmount: string): Buffer {
  const lines = [
    "GROSSISTE DE L'ESSAI SA;;;;;",
    `Relevé du 01/${month}/2026;;;;;`,
    "Date livraison;Fournisseur;Désignation;Rayon;Montant HT;Bio",
    `03/${month}/2026;Primeurs de l'Essai;Pommes d'été;F&L frais;1 234,50;x`,
    `05/${month}/2026;PRIMEUR DE L'ESSAI;Crème fraîche épaisse;Crèmerie;22,10;`,
    `05/${month}/2026;Primeurs de l'Essai;Lait entier;Crèmerie;10,00;x`,
    `06/${month}/2026;Primeurs de l'Essai;Fromage blanc;Crèmerie;${lastAmount};`,
    "TOTAL;;;;1278,60;",
  ];
  return Buffer.from(lines.join("\r\n"), "latin1");
}

/** Its thousands of suppliers are created and audited one by one: it is seen on its way on any machine. */
async function largeFile(page: Page): Promise<string> {
  const { canteens } = (await askProcedure(page, "session.current")) as { canteens: { siret: string }[] };
  const siret = canteens[0]?.siret ?? "";
  const rows = Array.from({ length: 60_000 }, (_, row) => {
    const day = `2026-0${(row % 9) + 1}-${String((row % 28) + 1).padStart(2, "0")}`;
    return `${siret},Pommes ${row},Grossiste ${row % 20_000},${day},1.5,FRUITS_ET_LEGUMES,,,,,,`;
  });
  return [PURCHASE_COLUMNS.join(","), ...rows, ""].join("\n");
}

/** What the canteen bought in 2026, cents. */
async function total(page: Page, canteenId: string): Promise<number> {
  const figures = await askProcedure(page, "indicators.canteen", { canteenId, period: { year: 2026 } });
  return (figures as { totals: { amountCents: number } }).totals.amountCents;
}
