import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { askProcedure } from "./ask.ts";
import { countWaiting, keptForLater } from "./type-order.ts";
import { DESKTOP, PHONE, settled, visitAs } from "./visit.ts";

const SUPPLIER = "Ferme des Clairs Champs";

describe("the pages without the server", () => {
  test("can be installed: a manifest in French, icons, and a service worker", async () => {
    const { page } = await visitAs("manager", { serviceWorker: true });
    await page.goto("/saisie");
    await settled(page);
    await keptForLater(page);
    const devtools = await page.context().newCDPSession(page);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // A test's browser keeps nothing after it: Chromium says so, and would not install there.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
    const { data, errors } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    const manifest: { lang: string; icons: { src: string; purpose: string }[] } = JSON.parse(data ?? "");
    expect(manifest.lang).toBe("fr");
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
    for (const { src } of manifest.icons) expect((await page.request.get(src)).status()).toBe(200);
    expect((await page.request.get("/service-worker.js")).headers()["cache-control"]).toBe("no-cache");
  });

  test("open on the entry page, with the suppliers, articles and prices last known and their date", async () => {
    const { page, ...visit } = await visitAs("manager", { serviceWorker: true });
    visit.expectRefusal("/trpc/", 0);
    await page.goto("/saisie");
    await chooseSupplier(page);
    await settled(page);
    await keptForLater(page);
    await page.context().setOffline(true);
    await page.goto("/saisie");
    await page.getByText("Hors ligne.").waitFor();
    const today = new Date().toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" });
    expect(await page.getByText("Fournisseurs, articles et prix").innerText()).toContain(today.slice(0, 5));
    expect(await page.title()).toMatch(/Bonnepart$/);

    await chooseSupplier(page);
    await page.keyboard.type("pomme");
    await page.keyboard.press("Enter");
    await page.keyboard.type("4");
    await page.keyboard.press("Tab");
    await page
      .getByRole("gridcell", { name: /Pomme de terre HVE/ })
      .first()
      .waitFor();
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      expect(await axeViolations(page)).toEqual([]);
    }
  });

  test("say what cannot be done, and come back by themselves", async () => {
    const { page, ...visit } = await visitAs("manager", { serviceWorker: true });
    visit.expectRefusal("/trpc/", 0);
    await page.goto("/saisie");
    await settled(page);
    await keptForLater(page);
    await page.context().setOffline(true);
    await page.goto("/cantine");
    await page.getByText("Le serveur ne répond pas.").first().waitFor();
    await page.context().setOffline(false);
    await page.getByText("Hors ligne.").waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Circuit court" }).first().waitFor();
  });

  test("keep nothing of what was read once its reader has signed out", async () => {
    const { page } = await visitAs("kitchen", { serviceWorker: true });
    await page.goto("/saisie");
    await settled(page);
    expect(await keptReads(page)).toContain("session.current ");
    expect(await countWaiting(page)).toBe(0);
    await page.context().clearCookies();
    await page.goto("/saisie");
    await page.waitForURL("**/connexion**");
    await settled(page);
    await expect.poll(() => keptReads(page)).toEqual([]);
    expect(((await askProcedure(page, "session.current")) as { user: unknown }).user).toBeNull();
  });
});

async function chooseSupplier(page: Page): Promise<void> {
  const field = page.getByRole("combobox", { name: /^Fournisseur/ });
  await field.fill("clairs champs");
  await page
    .getByRole("option", { name: new RegExp(SUPPLIER) })
    .first()
    .click();
  await page.getByRole("grid").focus();
}

/** Procedures and inputs whose answers this browser keeps. */
async function keptReads(page: Page): Promise<string[]> {
  return await page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("bonnepart-reads");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction("reads").objectStore("reads").getAllKeys();
          keys.onsuccess = () => resolve(keys.result.map(String));
          keys.onerror = () => reject(keys.error);
          opening.result.close();
        };
      }),
  );
}
