import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { facturX, NEW_SELLER, supplierInvoice } from "../support/invoices/supplier-invoice.ts";
import { writeCii } from "../support/invoices/write-cii.ts";
import { askProcedure, chosenCanteen } from "./ask.ts";
import { choose } from "./choose.ts";
import { LINES, photo } from "./invoice-documents.ts";
import { settled, visitAs } from "./visit.ts";

describe("a manager and an electronic invoice", () => {
  test("drops it, says once what is not known, records it; the next one asks nothing, and its original opens from a line", async () => {
    const { page } = await visitAs("manager");
    const before = await bought(page);
    await drop(page, facturX(supplierInvoice({ number: "S-101", date: "2026-10-05", lines: LINES })));
    await page.getByRole("heading", { name: "Facture S-101" }).waitFor();
    expect(await page.getByLabel("Nom", { exact: false }).first().inputValue()).toBe(NEW_SELLER.name);
    expect(await page.getByText("Lu : 12 × 125 g = 1,5 kg par carton.").count()).toBe(1);

    const [carrots, yoghurt] = [article(page, "Carottes sable"), article(page, "Yaourt nature")];
    await carrots.getByLabel("Famille").selectOption("FRUITS_ET_LEGUMES");
    await carrots.getByLabel("Intermédiaires").fill("1");
    await choose(carrots, "Commune de production", "Arras");
    await carrots.getByLabel("Bio", { exact: true }).check();
    await yoghurt.getByLabel("Famille").selectOption("PRODUITS_LAITIERS");
    await page.getByRole("button", { name: "Enregistrer la facture" }).click();
    await page.getByText(/^Enregistrée le/).waitFor();
    expect(await bought(page)).toBe(before + 15_900);

    await drop(page, facturX(supplierInvoice({ number: "S-102", date: "2026-10-19", lines: LINES })));
    await page.getByRole("heading", { name: "Facture S-102" }).waitFor();
    await page.getByText("Tous les articles sont reconnus").waitFor();
    await page.getByText("Reconnu par son SIRET.").waitFor();
    expect(
      await page.getByLabel("Poids net par carton (kg) : Carottes sable carton 10 kg").inputValue(),
    ).toBe("10");
    await page.getByRole("button", { name: "Enregistrer la facture" }).click();
    await page.getByRole("link", { name: "Ouvrir la commande" }).click();
    await page.waitForURL(/\/commandes\//);
    await settled(page);
    expect(await bought(page)).toBe(before + 31_800);
    const original = await page.getByRole("link", { name: /S-102/ }).getAttribute("href");
    const answer = await page.request.get(original ?? "");
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");

    await drop(
      page,
      facturX(supplierInvoice({ number: "S-102", date: "2026-10-20", lines: LINES.slice(1) })),
    );
    await page.getByText("Cette facture est déjà là").waitFor();
  });

  test("is told by how much lines and total differ, and says so to record it", async () => {
    const { page } = await visitAs("manager");
    const totals = { exclusive: "150.00", tax: "8.25", inclusive: "158.25", payable: "158.25" };
    await drop(page, facturX(supplierInvoice({ number: "S-201", date: "2026-10-06", lines: LINES, totals })));
    const warning = page
      .getByRole("alert")
      .filter({ hasText: "Les lignes ne font pas le total de la facture" });
    await warning.waitFor();
    expect((await warning.innerText()).replaceAll(/\s/g, " ")).toContain("Écart : 9,00 €");
    expect(await page.getByRole("button", { name: "Enregistrer malgré l'écart" }).count()).toBe(1);
    expect(await page.getByRole("button", { name: "Enregistrer la facture" }).count()).toBe(0);
  });

  test("types beside a photo, or beside what an invoice of totals says, which becomes the order's proof", async () => {
    const { page } = await visitAs("manager");
    await drop(page, photo(), { name: "bon de livraison.png", mimeType: "image/png" });
    await page.getByRole("heading", { name: "bon de livraison.png" }).waitFor();
    await page.getByRole("link", { name: "Saisir à côté" }).click();
    await page.waitForURL(/\/saisie\?piece=/);
    await settled(page);
    const [image, grid] = [page.getByRole("img", { name: "bon de livraison.png" }), page.getByRole("grid")];
    const seen = await image.boundingBox();
    const typed = await grid.boundingBox();
    expect(seen === null || typed === null ? null : seen.x + seen.width <= typed.x).toBe(true);
    await page.setViewportSize({ width: 820, height: 1100 });
    const above = await image.boundingBox();
    expect((above?.y ?? 0) < ((await page.getByRole("heading", { level: 1 }).boundingBox())?.y ?? 0)).toBe(
      true,
    );

    const totals = { ...supplierInvoice({ number: "S-301", date: "2026-10-07", lines: LINES }), lines: [] };
    const buffer = Buffer.from(writeCii(totals));
    await drop(page, buffer, { name: "totaux.xml", mimeType: "application/xml" });
    await page.getByRole("heading", { name: "Facture S-301" }).waitFor();
    await page.getByText("Saisir à côté", { exact: true }).click();
    await page.waitForURL(/\/saisie\?piece=/);
    await page.getByRole("region", { name: "totaux.xml" }).getByText("Achats à 5,5 % de TVA").waitFor();
    expect(await page.getByRole("combobox", { name: "Fournisseur" }).inputValue()).toBe(NEW_SELLER.name);
    expect(await page.getByLabel("Référence").inputValue()).toBe("S-301");
    expect(await page.getByLabel("Facturé le").inputValue()).toBe("07/10/2026");
  });
});

function article(page: Page, name: string) {
  return page.locator("li").filter({ has: page.getByRole("heading", { name, level: 3 }) });
}

async function drop(
  page: Page,
  buffer: Buffer,
  { name, mimeType } = { name: "facture.pdf", mimeType: "application/pdf" },
): Promise<void> {
  await page.goto("/factures");
  await settled(page);
  await page.locator('main input[type="file"]').setInputFiles({ name, mimeType, buffer });
}

/** What the canteen bought in 2026, cents. */
async function bought(page: Page): Promise<number> {
  const canteenId = await chosenCanteen(page);
  const figures = await askProcedure(page, "indicators.canteen", { canteenId, period: { year: 2026 } });
  return (figures as { totals: { amountCents: number } }).totals.amountCents;
}
