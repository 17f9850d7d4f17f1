import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { choose } from "./choose.ts";
import { settled, visitAs } from "./visit.ts";

test("a manager asks for a proof by letter, and the list says since when", async () => {
  const { page } = await visitAs("manager");
  await page.goto("/justificatifs");
  await settled(page);
  const figure = page.locator("td a", { hasText: "€" }).first();
  const amount = await figure.innerText();
  await figure.click();
  const lines = page.getByRole("dialog");
  await lines.getByText("hors taxes").waitFor();
  expect(await lines.innerText()).toContain(amount);
  await page.keyboard.press("Escape");
  await page.waitForURL((url) => !url.searchParams.has("preuve"));

  const ask = page.getByRole("link", { name: /^Demander à / }).first();
  const supplier = (await ask.getAttribute("aria-label"))?.replace("Demander à ", "") ?? "";
  await ask.click();
  const letter = page.getByRole("textbox", { name: "Lettre" });
  expect(await letter.inputValue()).toContain(`À l'attention de ${supplier}`);
  await letter.fill(`${await letter.inputValue()}\nP.-S. Merci de répondre avant le 15.`);
  const mail = await page.getByRole("link", { name: "Ouvrir dans ma messagerie" }).getAttribute("href");
  expect(decodeURIComponent(mail ?? "")).toContain("Merci de répondre avant le 15.");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("body").innerText()).toContain("Merci de répondre avant le 15.");
  expect(await page.getByRole("button", { name: "Imprimer" }).isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });

  await page.getByRole("button", { name: /^Noter/ }).click();
  await page.getByText("Demande notée à la date d'aujourd'hui").waitFor();
  await page.getByRole("link", { name: "Retour aux justificatifs" }).click();
  const row = page.getByRole("row").filter({ hasText: supplier }).first();
  await row.getByText("Demandé le").waitFor();
  expect(await row.getByRole("link", { name: `Relancer ${supplier}` }).count()).toBe(1);

  const [table] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Télécharger en CSV.: Justificatifs$/ }).click(),
  ]);
  const csv = await readFile(await table.path(), "utf8");
  expect(csv.startsWith("\uFEFFFournisseur;Vendu par;Justificatif;")).toBe(true);
  expect(csv).toContain(supplier);
});

test("one document renews two proofs at once, and what they confirm moves", async () => {
  const { page } = await visitAs("administrator");
  await page.goto("/justificatifs?perimetre=tout");
  await settled(page);
  await page.getByRole("button", { name: "Déposer un justificatif" }).click();
  const form = page.getByRole("dialog", { name: "Déposer un justificatif" });
  await choose(form, "Fournisseur", "salaisons");
  await form.locator('input[type="file"]').setInputFiles({
    name: "certificats.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 deux certificats"),
  });
  await form.getByText("certificats.pdf").waitFor();
  await form.getByRole("button", { name: "Un certificat de plus" }).click();
  const [renewal, other] = [
    form.getByRole("group", { name: /^Certificat 1/ }),
    form.getByRole("group", { name: /^Certificat 2/ }),
  ];
  await renewal.getByLabel(/^Numéro/).fill("LR-NOUVEAU");
  await renewal.getByLabel(/^Jusqu'au/).fill("31/12/2027");
  await other.getByLabel("Ce qu'elle prouve").selectOption({ label: "IGP" });
  await other.getByLabel(/^Numéro/).fill("IGP-NOUVEAU");
  await other.getByLabel(/^Valide depuis/).fill("1/1/2026");
  await form.getByRole("button", { name: "Enregistrer les 2 justificatifs" }).click();
  await page.getByText(/passent? de «\sdéclaré\s» à «\sconfirmé\s»/).waitFor();
  await settled(page);
  const proofs = page.getByRole("row").filter({ hasText: "Salaisons des Collines" });
  expect(await proofs.filter({ hasText: "expirée" }).count()).toBe(0);
  await page.goto("/fournisseurs?q=salaisons");
  await page.getByRole("link", { name: "Salaisons des Collines" }).click();
  await page.getByText("LR-NOUVEAU").waitFor();
  expect(await page.getByRole("link", { name: "certificats.pdf" }).count()).toBe(2);
});
