import { describe, expect, test } from "vitest";
import { settled, visitAs } from "./visit.ts";

/** One price announced, one that nobody can read. */
const PRICES = [
  "Code;Désignation;Unité;Prix HT",
  "E1;Topinambour HVE;kg;1,20",
  "E2;Radis noir;kg;sur demande",
].join("\r\n");

describe("the kitchen of a collège with a menu to buy for", () => {
  test("compares carrots raw, ready and frozen by what is eaten, and opens a price's history", async () => {
    const { page } = await visitAs("kitchen");
    await page.goto("/comparer");
    await settled(page);
    await page.getByRole("combobox", { name: "Produit", exact: true }).fill("carotte");
    await page
      .getByRole("option")
      .filter({ hasText: /^Carotte\s*Fruits/ })
      .click();
    const table = page.getByRole("table", { name: "Fournisseurs du produit, côte à côte" });
    await table.waitFor();

    const headers = table.getByRole("columnheader");
    expect(await headers.allInnerTexts()).toEqual([
      expect.stringContaining("Fournisseur"),
      expect.stringContaining("Prix au kilo HT"),
      expect.stringContaining("Au kilo mangé HT"),
      expect.stringContaining("Distance"),
      "Faits, preuves à ce jour",
      expect.stringContaining("Commande"),
      expect.stringContaining("Fiabilité"),
      "Ce que ce choix change",
    ]);
    expect(await headers.filter({ hasText: "Au kilo mangé" }).getAttribute("aria-sort")).toBe("ascending");
    const rows = await table.getByRole("row").allInnerTexts();
    for (const gamme of ["Brut", "Prêt à l'emploi", "Surgelé"])
      expect(rows.filter((row) => row.includes(gamme)).length).toBeGreaterThan(0);
    const cells = await table
      .getByRole("row")
      .filter({ hasText: "Les Jardins de la Scarpe" })
      .first()
      .getByRole("cell")
      .allInnerTexts();
    expect(cells[0]).toMatch(/\d,\d\d\s€[\s\S]*le \d\d\/\d\d\/\d{4}/);
    expect(cells[1]).toMatch(/89\s% se mange[\s\S]*la portion/);
    expect(cells[2]).toMatch(/\d+(,\d)?\skm/);
    expect(cells[3]).toMatch(/Bio/);
    expect(await page.getByText("ne peut pas être un critère d'attribution").count()).toBe(1);
    const legumerie = table.getByRole("row").filter({ hasText: "La Légumerie des Hauts d'Artois" });
    expect(await legumerie.innerText()).toMatch(/tout se mange[\s\S]*servi[\s\S]*\d+ réception/);

    await page.getByLabel("Portion dans l'assiette").fill("80");
    await page.waitForURL(/portion=80/);
    await legumerie.getByRole("button", { name: /^Historique des prix/ }).click();
    const history = page.getByRole("dialog", { name: /^Historique des prix/ });
    await history.getByRole("table").waitFor();
    expect(await history.getByRole("row").count()).toBeGreaterThan(3);
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""))
      .toMatch(/^Historique des prix/);
  });

  test("imports a supplier's prices, is told when a draft's price leaves them, and may not order", async () => {
    const { page } = await visitAs("kitchen");
    await page.goto("/fournisseurs/mercuriales");
    await settled(page);
    await page.getByRole("button", { name: "Importer une mercuriale" }).click();
    const drawer = page.getByRole("dialog", { name: "Importer une mercuriale" });
    await drawer.getByLabel("Fichier de prix").setInputFiles({
      name: "tarif-endiverie.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(PRICES, "utf8"),
    });
    await drawer.getByRole("combobox", { name: "Fournisseur" }).fill("endiverie");
    await page.getByRole("option", { name: /Endiverie du Canal/ }).click();
    await drawer.getByText("1 ligne refusée").waitFor();
    await drawer.getByLabel("En vigueur du").fill("01/11/2026");
    await drawer.getByRole("button", { name: "Enregistrer la mercuriale" }).click();
    await page.getByRole("dialog", { name: "tarif-endiverie" }).getByRole("table").waitFor();

    await page.goto("/saisie");
    await settled(page);
    expect(await page.getByRole("button", { name: "Valider la commande" }).count()).toBe(0);
    await page.getByLabel("Fournisseur", { exact: false }).first().pressSequentially("endiverie");
    await page.keyboard.press("Enter");
    await page.getByRole("grid").and(page.locator(":focus")).waitFor();
    await settled(page);
    await page.keyboard.type("topinambour hve");
    await page.keyboard.press("Enter");
    await page.keyboard.type("15");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2,00");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await page
      .getByRole("listitem")
      .filter({ hasText: /0,80\s€ de plus que la mercuriale/ })
      .waitFor();

    await page.keyboard.press("Control+Enter");
    await page.getByText("Brouillon enregistré").waitFor();
    await page.goto("/commandes");
    await settled(page);
    const row = page.getByRole("row").filter({ hasText: "Endiverie du Canal" }).first();
    expect(await row.innerText()).toContain("Brouillon");
  });
});
