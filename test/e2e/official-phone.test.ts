import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { centsIn } from "./read-screen.ts";
import { PHONE, settled, visitAs } from "./visit.ts";

describe("an elected official with a phone", () => {
  test("reads the four rates, asks why one moved, opens its lines, comes back by the link and prints", async () => {
    const { page } = await visitAs("official", { size: PHONE });
    await page.goto("/territoire?year=2025");
    await settled(page);
    const brief = page.getByRole("navigation", { name: "Les taux en bref" });
    expect(await brief.getByRole("link").count()).toBe(4);
    for (const text of await brief.getByRole("link").allInnerTexts()) expect(text).toMatch(/\d+,\d\s%/);

    const card = page.getByRole("article", { name: "Bio", exact: true });
    await card.getByRole("link", { name: "Pourquoi a-t-il bougé" }).click();
    await page.getByRole("heading", { level: 1, name: "Pourquoi ce taux a-t-il bougé" }).waitFor();
    await settled(page);
    const parts = page.getByRole("list", { name: "De l'ancien taux au nouveau" }).getByRole("listitem");
    const steps = await parts.evaluateAll((items) =>
      items.map((item) => item.lastElementChild?.textContent ?? ""),
    );
    expect(tenths(steps.at(-1)) - tenths(steps[0])).toBe(
      steps.slice(1, -1).reduce((sum, step) => sum + tenths(step), 0),
    );

    await page.getByRole("link", { name: "Justificatifs", exact: true }).last().click();
    await page.waitForURL(/part=proof/);
    await settled(page);
    const address = page.url();
    const table = page.getByRole("region", { name: /^Justificatifs : cantines/ });
    const figure = table.getByRole("link").filter({ hasText: "€" }).first();
    const cents = centsIn(await figure.innerText());
    await figure.click();
    await page.getByRole("heading", { level: 1, name: "Lignes" }).waitFor();
    await settled(page);
    expect(centsIn(await page.locator("main").innerText())).toBe(cents);

    await page.goto(address);
    await settled(page);
    expect(
      await page.getByRole("heading", { name: /^Justificatifs : ce qui a le plus compté/ }).count(),
    ).toBe(1);
    const why = await printedText(page);
    expect(why).toContain("Du taux d'avant au taux de maintenant");
    expect(why).toContain("Ce que c'est");
    expect(why).not.toContain("Copier le lien");

    await page.goto("/territoire?year=2025");
    await settled(page);
    const printed = await printedText(page);
    expect(printed).toContain("déc. 2025");
    expect(printed).toMatch(/Court ou proximité\s\d/);
  });

  test("keeps a view under a name, finds it again, and takes a table away", async () => {
    const { page } = await visitAs("official", { size: PHONE });
    await page.goto("/territoire?from=2024-09&to=2025-08");
    await settled(page);
    expect(await page.locator("main").innerText()).toContain("année scolaire 2024-2025");
    const filters = page.locator("main details").first();
    await filters.locator("summary").click();
    await page.getByLabel("Famille", { exact: true }).selectOption({ label: "Fruits et légumes" });
    await settled(page);
    await page.getByRole("button", { name: "Garder cette vue" }).click();
    await page.getByLabel("Nom de la vue").fill("Légumes de l'an dernier");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("link", { name: "Légumes de l'an dernier" }).waitFor();

    await page.goto("/territoire");
    await settled(page);
    await page.locator("main details").first().locator("summary").click();
    await page.getByRole("link", { name: "Légumes de l'an dernier" }).click();
    await page.waitForURL(/family=FRUITS_ET_LEGUMES/);
    await settled(page);
    expect(new URL(page.url()).searchParams.get("from")).toBe("2024-09");

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Télécharger en XLSX : .*cantine par cantine/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^cantines-\d{4}-\d{2}\.xlsx$/);
    await page.getByRole("button", { name: "Supprimer Légumes de l'an dernier" }).click();
    await page.getByRole("link", { name: "Légumes de l'an dernier" }).waitFor({ state: "detached" });
  });
});

/** « 16,1 % » or « +0,7 point » as tenths. */
function tenths(text: string | undefined): number {
  const figure = /([\u2212-]?)(\d+),(\d)/.exec(text ?? "");
  if (figure === null) throw new Error(`No figure in « ${text} »`);
  return Number(`${figure[1] === "" ? "" : "-"}${figure[2]}${figure[3]}`);
}

async function printedText(page: Page): Promise<string> {
  const pdf = await page.pdf({ format: "A4" });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}
