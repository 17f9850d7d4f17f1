import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { askProcedure } from "./ask.ts";
import { centsIn } from "./read-screen.ts";
import { settled, visitAs } from "./visit.ts";

describe("an administrator who changes what « local » means", () => {
  test("reads what moved, sees the territory's share follow, and takes the change back", async () => {
    const { page } = await visitAs("administrator");
    await page.goto("/reglages");
    await settled(page);
    const before = await localCents(page);

    await page.getByRole("button", { name: "Nouvelle définition" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("À partir du").fill("01/01/2025");
    await dialog.getByLabel("Distance").fill("30");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    const report = page.getByRole("status").filter({ hasText: "nouveau verdict" });
    await report.waitFor({ timeout: 60_000 });
    await settled(page);

    const after = await localCents(page);
    expect(after).toBeLessThan(before);
    expect(lostCents(await report.innerText())).toBe(before - after);

    await page.getByRole("button", { name: "Supprimer la définition du 01/01/2025" }).click();
    await page.getByRole("status").filter({ hasText: "nouveau verdict" }).waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await localCents(page)).toBe(before);
  });
});

/** Confirmed local, of all canteens, since 2025. */
async function localCents(page: Page): Promise<number> {
  let cents = 0;
  for (const year of [2025, 2026, 2027, 2028, 2029, 2030]) {
    const figures = await askProcedure(page, "indicators.territory", { period: { year } });
    cents += (figures as { shares: { LOCAL: { strict: { numerator: number } } } }).shares.LOCAL.strict
      .numerator;
  }
  return cents;
}

/** What the report says is no longer confirmed as local. */
function lostCents(report: string): number {
  const sentences = report.replaceAll(/[^\S\n]/g, " ").split("\n");
  const lost = sentences.filter(
    (line) => line.includes("de « confirmé » à") && line.includes(" en local : "),
  );
  return lost.reduce((sum, sentence) => sum + centsIn(sentence.split(" en local : ")[1] ?? ""), 0);
}
