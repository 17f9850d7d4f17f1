import { describe, expect, test } from "vitest";
import { settled, visitAs } from "./visit.ts";

describe("a kitchen that chooses a supplier", () => {
  test("reads each supplier's price per kilo, distance, marks and last delivery", async () => {
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

    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual([
      expect.stringContaining("Fournisseur"),
      expect.stringContaining("Prix au kilo HT"),
      expect.stringContaining("Au kilo mangé HT"),
      expect.stringContaining("Distance"),
      "Faits, preuves à ce jour",
      expect.stringContaining("Commande"),
      expect.stringContaining("Fiabilité"),
      "Ce que ce choix change",
    ]);
    const row = table.getByRole("row").filter({ hasText: "Les Jardins de la Scarpe" }).first();
    const cells = await row.getByRole("cell").allInnerTexts();
    expect(cells[0]).toMatch(/\d,\d\d\s€/);
    expect(cells[0]).toMatch(/le \d\d\/\d\d\/\d{4}/);
    expect(cells[1]).toMatch(/89\s% se mange[\s\S]*la portion/);
    expect(cells[2]).toMatch(/\d+(,\d)?\skm/);
    expect(cells[3]).toMatch(/Bio/);
    expect(await page.getByText("ne peut pas être un critère d'attribution").count()).toBe(1);
    expect(await table.getByRole("row").count()).toBeGreaterThan(3);
  });

  test("keeps a draft, and is not offered to order", async () => {
    const { page } = await visitAs("kitchen");
    await page.goto("/saisie");
    await settled(page);
    expect(await page.getByRole("button", { name: "Valider la commande" }).count()).toBe(0);

    await page.getByLabel("Fournisseur", { exact: false }).first().pressSequentially("scarpe");
    await page.keyboard.press("Enter");
    await page.getByRole("grid").and(page.locator(":focus")).waitFor();
    await settled(page);
    await page.keyboard.type("caro");
    await page.keyboard.press("Enter");
    await page.keyboard.type("15");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Brouillon enregistré").waitFor();

    await page.goto("/commandes");
    await settled(page);
    const row = page.getByRole("row").filter({ hasText: "Les Jardins de la Scarpe" }).first();
    expect(await row.innerText()).toContain("Brouillon");
  });
});
