import { describe, expect, inject, test } from "vitest";
import { namesOfOthers } from "./names-of-others.ts";
import { PAGE_VISITS } from "./page-visits.ts";
import { centsIn } from "./read-screen.ts";
import { ENTER_AS, openVisit, settled, visitAs } from "./visit.ts";

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

  test("meets nobody's name on the pages of the bar that are looked at nowhere else", async () => {
    const { page } = await visitAs("official");
    await page.goto("/territoire");
    await settled(page);
    const bar = page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link");
    const linked = await bar.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    // Every state of PAGE_VISITS that an official sees is looked at for names in pages.test.ts.
    const seen = Object.entries(PAGE_VISITS).flatMap(([path, visits]) =>
      visits.some(({ as, address }) => as === "official" && address === undefined) ? [path] : [],
    );
    expect(seen).toContain("/territoire");
    for (const address of linked.filter((one) => !seen.includes(one))) {
      await page.goto(address);
      await settled(page);
      expect(namesOfOthers("official", await page.locator("main").innerText()), address).toEqual([]);
    }
  });

  test("waits for a drawing without anything that moves, as they asked, and prints its table meanwhile", async () => {
    const { page } = await visitAs("official");
    await page.route(/month-chart/, () => undefined);
    await page.goto("/territoire?year=2025");
    const chart = page.getByRole("figure", { name: /^Graphique : / });
    const table = page.getByRole("table", { name: /tableau des mois/ });
    await table.waitFor();
    await chart.getByRole("status", { name: "Chargement" }).waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect([await chart.isVisible(), await table.isVisible()]).toEqual([false, true]);
    await page.unrouteAll({ behavior: "ignoreErrors" });
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
    expect(namesOfOthers("official", await page.locator("body").innerText())).toEqual([]);
  });
});
