import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import { askProcedure } from "./ask.ts";
import { settled, visitAs } from "./visit.ts";

interface Canteen {
  id: string;
  siret: string;
}

describe("a manager and a purchase file", () => {
  test("sees what is right and wrong in it, imports the right rows, and undoes", async () => {
    const { page } = await visitAs("manager");
    await page.goto("/importer");
    await settled(page);
    const canteen = await ownCanteen(page);
    const before = await total(page, canteen);

    await page.locator('main input[type="file"]').setInputFiles({
      name: "achats.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(purchaseFile(canteen.siret)),
    });
    const go = page.getByRole("button", { name: "Importer les 2 achats justes" });
    await go.waitFor();
    await settled(page);
    expect(await page.locator("main").innerText()).toMatch(/31\/02\/2026|2026-02-31/);
    expect(await total(page, canteen)).toBe(before);
    await go.click();
    await page.getByText("2 achats importés").waitFor();
    expect(await total(page, canteen)).toBe(before + 12_050 + 8_000);

    // The server hears late that the end was told: lists asked for meanwhile still have it.
    await page.route("**/trpc/importRuns.dismiss*", async (route) => {
      await page.waitForResponse(/importRuns\.list/);
      await route.continue();
    });
    await page.getByRole("button", { name: "Annuler cet import" }).click();
    await page.getByText("2 achats importés").waitFor({ state: "detached" });
    await settled(page);
    expect(await page.getByText("2 achats importés").count()).toBe(0);
    expect(await total(page, canteen)).toBe(before);
  });
});

/** Two rows that are right, one of a day that does not exist. */
function purchaseFile(siret: string): string {
  const rows = [
    `${siret},Carottes râpées,Ferme du Pré Vert,2026-02-12,120.50,FRUITS_ET_LEGUMES,,FRANCE,OUI,NON,,`,
    `${siret},Pommes,Ferme du Pré Vert,2026-02-12,80,FRUITS_ET_LEGUMES,,FRANCE,OUI,NON,,`,
    `${siret},Poires,Ferme du Pré Vert,2026-02-31,44,FRUITS_ET_LEGUMES,,FRANCE,OUI,NON,,`,
  ];
  return [PURCHASE_COLUMNS.join(","), ...rows, ""].join("\n");
}

async function ownCanteen(page: Page): Promise<Canteen> {
  const { canteens } = (await askProcedure(page, "session.current")) as { canteens: Canteen[] };
  const [first] = canteens;
  if (first === undefined) throw new Error("This account has no canteen.");
  return first;
}

/** What the canteen bought in 2026, cents. */
async function total(page: Page, { id }: Canteen): Promise<number> {
  const figures = await askProcedure(page, "indicators.canteen", { canteenId: id, period: { year: 2026 } });
  return (figures as { totals: { amountCents: number } }).totals.amountCents;
}
