import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { DEMO_PEOPLE } from "../../server/demo/accounts.ts";
import { PAGE_VISITS } from "./page-visits.ts";
import { centsIn } from "./read-screen.ts";
import { ENTER_AS, openVisit, settled, visitAs } from "./visit.ts";

const OTHERS = DEMO_PEOPLE.filter(({ grant }) => grant.role !== "official");

describe("an elected official", () => {
  test("reads where the territory stands and opens the lines behind a figure, to the cent", async () => {
    const { page } = await visitAs("official");
    await page.goto("/territoire?year=2025");
    await settled(page);
    const card = page.getByRole("article", { name: "Bio", exact: true });
    expect(await card.innerText()).toMatch(/\d+,\d\s%/);
    expect(await card.innerText()).toMatch(/Objectif légal\s: 20\s%, (non )?atteint/);
    const link = card.getByRole("link", { name: /^Voir les lignes/ });
    const cents = centsIn(await link.innerText());
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Lignes" }).waitFor();
    await settled(page);
    expect(centsIn(await page.locator("main").innerText())).toBe(cents);

    const line = page.getByRole("listitem").locator("details").first();
    await line.locator("summary").click();
    expect(await line.innerText()).toMatch(/Règle\s: /);
  });

  test("meets nobody's name on any page of theirs", async () => {
    const { page } = await visitAs("official");
    for (const address of await ownAddresses(page)) {
      await page.goto(address);
      await settled(page);
      const main = await page.locator("main").innerText();
      for (const { name, email } of OTHERS) {
        expect(main, address).not.toContain(name);
        expect(main, address).not.toContain(email);
      }
    }
  });

  test("is told that there is nothing for them where persons are named", async () => {
    const visit = await openVisit(inject("demoOrigin"));
    const { page } = visit;
    visit.expectRefusal("/trpc/audit.", 403);
    await page.goto("/connexion");
    await page.getByRole("button", { name: ENTER_AS.official }).click();
    await page.waitForURL("**/territoire");
    await page.goto("/historique");
    await settled(page);
    for (const { name } of OTHERS) expect(await page.locator("body").innerText()).not.toContain(name);
  });
});

/** Every address that the official's navigation and visits lead to. */
async function ownAddresses(page: Page): Promise<string[]> {
  await page.goto("/territoire");
  await settled(page);
  const bar = page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link");
  const linked = await bar.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const visited: string[] = [];
  for (const [path, visits] of Object.entries(PAGE_VISITS))
    for (const { as, address } of visits)
      if (as === "official") visited.push(address === undefined ? path : await address(page));
  return [...new Set([...linked, ...visited])];
}
