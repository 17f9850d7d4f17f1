import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { settled, visitAs } from "./visit.ts";

test("an official prints the report to the council, and takes it as a tagged PDF", async () => {
  const { page } = await visitAs("official");
  await page.goto("/territoire/cdess?semestre=2026-S1");
  await settled(page);
  await page.getByRole("heading", { name: "Acteurs de l'éducation populaire" }).waitFor();

  // Nine colleges, each with a paragraph that ends.
  const paragraphs = await page.locator("h3 + p").allInnerTexts();
  expect(paragraphs).toHaveLength(9);
  expect(paragraphs.filter((text) => !text.endsWith("."))).toEqual([]);

  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Imprimer" }).isVisible()).toBe(false);
  expect(await page.getByRole("link", { name: "Rapport en PDF" }).isVisible()).toBe(false);
  // The annex is folded on the screen, and whole on paper.
  const canteens = page.getByRole("region", { name: "Les taux de chaque cantine" }).locator("tbody tr");
  expect(await canteens.last().isVisible()).toBe(true);
  expect((await page.pdf({ format: "A4" })).byteLength).toBeGreaterThan(20_000);
  await page.emulateMedia({ media: "screen" });

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Rapport en PDF" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("rapport-cdess-2026-S1.pdf");
  const pdf = (await readFile(await download.path())).toString("latin1");
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toContain("/StructTreeRoot");
});
