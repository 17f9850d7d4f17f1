import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, inject, test } from "vitest";
import { askProcedure } from "./ask.ts";
import { DESKTOP, settled, visitAs } from "./visit.ts";

const PERIOD = { fromMonth: "2025-09", toMonth: "2025-09" };

interface Figures {
  totals: { amountCents: number };
  canteens: { key: string; name: string; totals: { amountCents: number } }[];
  suppliers: { name: string }[];
}

/** « 1 234 » of « 1 234 € ». */
function wholeEuros(cents: number): string {
  return Math.round(cents / 100).toLocaleString("fr-FR");
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

describe("an elected official, in front of a projector", () => {
  test("filters the map, opens a canteen by keyboard, reads its table and prints it all, from this machine alone", async () => {
    const { page } = await visitAs("official", { size: DESKTOP });
    const hosts = new Set<string>();
    page.on("request", (request) => {
      if (request.url().startsWith("http")) hosts.add(new URL(request.url()).origin);
    });
    await page.goto("/territoire?year=2025");
    await settled(page);
    await page
      .getByRole("navigation", { name: "Pages de cette partie" })
      .getByRole("link", { name: "Carte" })
      .click();
    await page.getByRole("heading", { level: 1, name: /^Carte/ }).waitFor();
    await page.getByLabel("Mois").selectOption({ label: "septembre" });
    await page
      .getByLabel("Famille de produits")
      .selectOption({ label: "Fruits et légumes frais et surgelés" });
    await settled(page);
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      month: "9",
      family: "FRUITS_ET_LEGUMES",
      year: "2025",
    });

    const truth = (await askProcedure(page, "map.figures", {
      period: PERIOD,
      family: "FRUITS_ET_LEGUMES",
    })) as Figures;
    expect(plain(await page.locator("main").innerText())).toContain(
      plain(`${wholeEuros(truth.totals.amountCents)} €`),
    );

    await page.getByRole("button", { name: "Imprimer" }).focus();
    let focused = "";
    for (let stop = 0; stop < 6 && !focused.includes("d'achats"); stop++) {
      await page.keyboard.press("Tab");
      focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    }
    expect(focused).toMatch(/\s: .+ d'achats, Court ou proximité .+\s%$/);
    const names = new Set<string>();
    for (const arrow of [
      "ArrowLeft",
      "ArrowLeft",
      "ArrowUp",
      "ArrowRight",
      "ArrowDown",
      "ArrowLeft",
      "ArrowLeft",
      "ArrowUp",
    ]) {
      await page.keyboard.press(arrow);
      names.add(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""));
      if ((await page.evaluate(() => document.activeElement?.getAttribute("data-kind"))) === "canteen") break;
    }
    expect(names.size).toBeGreaterThan(0);
    const key = await page.evaluate(() => document.activeElement?.getAttribute("data-place"));
    const canteen = truth.canteens.find((one) => one.key === key);
    expect(canteen, `${[...names].join(" | ")}`).toBeDefined();

    const named = page.locator("figure svg text").filter({ hasText: canteen?.name ?? "" });
    await named.waitFor();
    await page.keyboard.press("Escape");
    await named.waitFor({ state: "detached" });

    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(canteen?.name);
    await settled(page);
    expect(new URL(page.url()).searchParams.get("canteen")).toBe(key);
    const details = page.getByRole("region", { name: "Détail" });
    expect(plain(await details.innerText())).toContain(
      plain(`${wholeEuros(canteen?.totals.amountCents ?? 0)} €`),
    );
    const distances = page.getByRole("table", { name: `Fournisseurs, et leur distance à ${canteen?.name}` });
    expect(await distances.locator("tbody tr").count()).toBe(truth.suppliers.length);

    const pdf = await page.pdf({ format: "A4" });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    const printed = plain(text);
    for (const { name } of [...truth.canteens, ...truth.suppliers]) expect(printed).toContain(plain(name));
    expect(printed).toContain("Flux, du lieu de production à la cantine");
    expect(printed).not.toContain("Copier le lien");

    await details.getByRole("heading").press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-place")))
      .toBe(key);
    expect(new URL(page.url()).searchParams.has("canteen")).toBe(false);
    expect([...hosts]).toEqual([inject("demoOrigin")]);
  });
});
