import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { soakOutbox } from "../support/outbox-soak.ts";
import type { SmallKitchen } from "../support/small-kitchen.ts";
import { KITCHEN_ACCOUNT, startKitchen } from "../support/small-kitchen.ts";
import { countWaiting, enterKitchen, keptForLater, typeOrder, validateOrder } from "./type-order.ts";
import type { Visit } from "./visit.ts";
import { openVisit, settled } from "./visit.ts";

const WORKER = join(import.meta.dirname, "../../dist/service-worker.js");

let kitchen: SmallKitchen;
beforeAll(async () => {
  kitchen = await startKitchen();
});
beforeEach(() => kitchen.proxy.set("none"));
afterAll(() => kitchen.stop());

describe("a browser that keeps nothing", () => {
  test("says so, saves directly, and never says saved when the server is away", async () => {
    const { page } = await openEntry({ worker: false }, (opened) =>
      opened.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })),
    );
    await page.getByText("Ce navigateur ne garde rien en attente").waitFor();
    await typeOrder(page, { article: "Carottes directes", kg: 31 });
    await page.keyboard.press("Control+Enter");
    await page.getByText("Commande enregistrée").waitFor();
    expect(await arrived("Carottes directes")).toBe(1);
    await page.getByText("Ce navigateur ne garde rien en attente").waitFor();
    await typeOrder(page, { article: "Carottes perdues de vue", kg: 32 });
    kitchen.proxy.set("refuse");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Non enregistré\u00a0: serveur injoignable").waitFor();
    kitchen.proxy.set("none");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect.poll(() => arrived("Carottes perdues de vue"), { timeout: 60_000 }).toBe(1);
    await page.getByText("Non enregistré\u00a0: serveur injoignable").waitFor({ state: "detached" });
  });
});

describe("an order deleted while the server is away", () => {
  test("leaves the list at once and the server later; undone, it is there", async () => {
    const { page } = await openEntry();
    for (const article of ["Carottes à jeter", "Carottes reprises"]) {
      await typeOrder(page, { article, kg: 33 });
      expect(await validateOrder(page)).toBe("saved");
    }
    await page.getByRole("link", { name: "Commandes", exact: true }).first().click();
    const bins = page.getByRole("button", { name: /^Supprimer la commande/ });
    await bins.first().waitFor();
    await settled(page);
    const before = await bins.count();
    kitchen.proxy.set("refuse");
    await bins.first().click();
    await page.getByText("Suppression gardée sur cet appareil").waitFor();
    await expect.poll(() => bins.count()).toBe(before - 1);
    await page.getByRole("button", { name: "Annuler" }).click();
    await expect.poll(() => bins.count()).toBe(before);
    await bins.nth(1).click();
    await expect.poll(() => bins.count()).toBe(before - 1);
    kitchen.proxy.set("none");
    await expect.poll(() => countWaiting(page), { timeout: 60_000 }).toBe(0);
    expect(await arrived("Carottes reprises")).toBe(1);
    expect(await arrived("Carottes à jeter")).toBe(0);
  });
});

describe("somebody whose session ends while orders wait", () => {
  test("is told that they stay here; they leave at the next sign-in, not before", async () => {
    const { page, ...visit } = await openEntry();
    visit.expectRefusal("/trpc/orders.save", 401);
    kitchen.proxy.set("refuse");
    await typeOrder(page, { article: "Carottes en partance", kg: 34 });
    expect(await validateOrder(page)).toBe("kept");
    await page.getByRole("button", { name: /^Compte de/ }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.getByText("Elle y reste, et partira quand vous vous reconnecterez ici.").waitFor();
    await page.getByRole("button", { name: "Partir quand même" }).waitFor();
    await page.context().clearCookies();
    kitchen.proxy.set("none");
    await page.waitForURL("**/connexion**");
    await page.getByText("1 saisie attend sur cet appareil").waitFor();
    expect(await countWaiting(page)).toBe(1);
    expect(await arrived("Carottes en partance")).toBe(0);
    await page.getByLabel("Adresse électronique").fill(KITCHEN_ACCOUNT.email);
    await page.getByLabel(/^Mot de passe/).fill(KITCHEN_ACCOUNT.password);
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect.poll(() => countWaiting(page), { timeout: 60_000 }).toBe(0);
    expect(await arrived("Carottes en partance")).toBe(1);
  });
});

describe("a newer version of the pages", () => {
  test("is said to be ready, and taken without losing what is being typed", async () => {
    const { page } = await openEntry();
    await typeOrder(page, { article: "Carottes d'avant", kg: 35 });
    const built = await readFile(WORKER);
    onTestFinished(() => writeFile(WORKER, built));
    await appendFile(WORKER, "\n// a newer version\n");
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText("Une nouvelle version est prête.").waitFor();
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Recharger" }).click()]);
    await page.getByRole("gridcell", { name: "Carottes d'avant" }).first().waitFor();
    expect(await page.getByText("Une nouvelle version est prête.").count()).toBe(0);
  });
});

describe("storms of faults", () => {
  test("lose no order, double none and refuse none", async () => {
    const soak = await soakOutbox({ seed: 20_261_126, runs: 2, note: () => undefined });
    expect(soak).toMatchObject({ lost: 0, duplicated: 0, refused: 0, wrong: [] });
    expect(soak.orders).toBeGreaterThan(2);
  });
});

async function openEntry(
  { worker = true } = {},
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Visit> {
  const visit = await openVisit(kitchen.proxy.origin, { serviceWorker: worker });
  visit.expectRefusal("/trpc/", 0);
  await enterKitchen(visit.page, kitchen.session);
  await prepare(visit.page);
  await visit.page.goto("/saisie");
  await settled(visit.page);
  if (worker) await keptForLater(visit.page);
  return visit;
}

/** How many lines of this article the server has. */
async function arrived(article: string): Promise<number> {
  const lines = (await kitchen.orders()).flatMap((order) => order.lines);
  return lines.filter(({ description }) => description === article).length;
}
