import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Shares } from "../../shared/indicators/shares.ts";
import { askProcedure, chosenCanteen } from "./ask.ts";
import { centsIn } from "./read-screen.ts";
import { settled, visitAs } from "./visit.ts";

/** A producer 14 km away whose HVE certificate ended in 2025: short and local are proven, HVE is only claimed. */
const SUPPLIER = "Ferme des Clairs Champs";

/** What is typed: article, kg, euros a kg, and by hand what each line comes to. */
const LINES = [
  { typed: "pomme", name: "Pomme de terre HVE", kg: "40", price: "0,85", cents: 3400, hve: true },
  { typed: "oign", name: "Oignon HVE", kg: "12,5", price: "1,10", cents: 1375, hve: true },
  { typed: "bett", name: "Betterave HVE", kg: "8", price: "1,45", cents: 1160, hve: true },
  { typed: "echal", name: "Échalote", kg: "2,5", price: "3,20", cents: 800, hve: false },
  { typed: "ail", name: "Ail", kg: "1,2", price: "6,05", cents: 726, hve: false },
] as const;
const TOTAL_CENTS = 3400 + 1375 + 1160 + 800 + 726;
const HVE_CENTS = 3400 + 1375 + 1160;
/** Ours for ten lines: 160 keys. */
const MOST_KEYS = 110;

describe("a manager and a delivery of five lines", () => {
  test("enters it by keyboard alone, sees the shares move by what it comes to, opens the lines, deletes and takes back", async () => {
    const { page } = await visitAs("manager");
    await page.goto("/saisie");
    await settled(page);
    const canteen = await chosenCanteen(page);
    const before = await sharesOf(page, canteen);

    const keys = await enterOrder(page);
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    await page.getByText("Commande enregistrée").waitFor();

    const after = await sharesOf(page, canteen);
    expect(movedCents(before, after)).toEqual({
      SHORT: { strict: TOTAL_CENTS, declared: TOTAL_CENTS, denominator: TOTAL_CENTS },
      LOCAL: { strict: TOTAL_CENTS, declared: TOTAL_CENTS, denominator: TOTAL_CENTS },
      SHORT_OR_LOCAL: { strict: TOTAL_CENTS, declared: TOTAL_CENTS, denominator: TOTAL_CENTS },
      ORGANIC: { strict: 0, declared: 0, denominator: TOTAL_CENTS },
      EGALIM: { strict: 0, declared: HVE_CENTS, denominator: TOTAL_CENTS },
      MEAT_FISH: { strict: 0, declared: 0, denominator: 0 },
    });

    await page.goto("/cantine");
    const card = page.getByRole("article", { name: "Circuit court", exact: true });
    const link = card.getByRole("link", { name: /^Voir les lignes/ });
    expect(centsIn(await link.innerText())).toBe(after.SHORT.strict.numerator);
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Lignes" }).waitFor();
    await settled(page);
    expect(await shownTotal(page)).toBe(after.SHORT.strict.numerator);
    for (const line of LINES) await expectLine(page, line);

    await deleteOrder(page);
    await page.getByText("Commande supprimée").waitFor();
    await settled(page);
    expect(await sharesOf(page, canteen)).toEqual(before);
    await page.getByRole("button", { name: "Annuler" }).click();
    await page.getByRole("link", { name: SUPPLIER }).first().waitFor();
    await settled(page);
    expect(await sharesOf(page, canteen)).toEqual(after);
    expect(
      await page
        .getByRole("row", { name: new RegExp(SUPPLIER) })
        .first()
        .innerText(),
    ).toContain("74,61");
  });
});

/** Types the whole order; returns how many keys it took. */
async function enterOrder(page: Page): Promise<number> {
  let keys = 0;
  async function type(text: string): Promise<void> {
    keys += text.length;
    await page.keyboard.type(text);
  }
  async function press(...names: string[]): Promise<void> {
    keys += names.length;
    for (const name of names) await page.keyboard.press(name);
  }
  await press("Tab");
  await type(today());
  await press("Shift+Tab");
  await type("clairs");
  await press("Enter");
  await page.getByRole("grid").and(page.locator(":focus")).waitFor();
  await settled(page);
  for (const { typed, kg, price } of LINES) {
    await type(typed);
    await press("Enter");
    await type(kg);
    await press("Tab", "Tab");
    await type(price);
    await press("Enter");
  }
  await page.getByText("Aucune erreur").waitFor();
  await press("Control+Enter");
  return keys;
}

/** « 0511 »: today as a person types it. */
function today(): string {
  const [, month, day] = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" }).split("-");
  return `${day}${month}`;
}

async function sharesOf(page: Page, canteenId: string): Promise<Shares> {
  const year = Number(new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" }).slice(0, 4));
  const figures = await askProcedure(page, "indicators.canteen", { canteenId, period: { year } });
  return (figures as { shares: Shares }).shares;
}

function movedCents(before: Shares, after: Shares): Record<string, Record<string, number>> {
  const indicators = Object.keys(before) as (keyof Shares)[];
  return Object.fromEntries(
    indicators.map((indicator) => [
      indicator,
      {
        strict: after[indicator].strict.numerator - before[indicator].strict.numerator,
        declared: after[indicator].declared.numerator - before[indicator].declared.numerator,
        denominator: after[indicator].strict.denominator - before[indicator].strict.denominator,
      },
    ]),
  );
}

async function shownTotal(page: Page): Promise<number> {
  return centsIn(
    await page.locator("main").getByText("hors taxes").locator("xpath=../strong | ../../strong").innerText(),
  );
}

async function expectLine(page: Page, line: (typeof LINES)[number]): Promise<void> {
  const item = page
    .getByRole("listitem")
    .filter({ hasText: line.name })
    .filter({ hasText: SUPPLIER })
    .first();
  expect(centsIn(await item.locator("summary").innerText())).toBe(line.cents);
  await item.locator("summary").click();
  const reasons = (await item.locator("dl").innerText()).replaceAll(/\s+/g, " ");
  expect(reasons).toMatch(/Vente directe|producteur/i);
  expect(reasons).toMatch(/\d+ km/);
  if (line.hve) expect(reasons).toMatch(/HVE/);
}

async function deleteOrder(page: Page): Promise<void> {
  await page.goto("/commandes");
  await settled(page);
  await page.getByRole("link", { name: SUPPLIER }).first().click();
  await page.getByRole("button", { name: "Supprimer", exact: true }).click();
}
