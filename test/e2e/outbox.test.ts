import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import type { SmallKitchen } from "../support/small-kitchen.ts";
import { startKitchen } from "../support/small-kitchen.ts";
import {
  changeQuantity,
  countWaiting,
  enterKitchen,
  keptForLater,
  typeOrder,
  validateOrder,
} from "./type-order.ts";
import type { Visit } from "./visit.ts";
import { openVisit, settled } from "./visit.ts";

let kitchen: SmallKitchen;
beforeAll(async () => {
  kitchen = await startKitchen();
});
beforeEach(() => kitchen.proxy.set("none"));
afterAll(() => kitchen.stop());

describe("an order entered while the server cannot be reached", () => {
  test("offline, waits on the device, is said to wait, and leaves by itself", async () => {
    const { page } = await openEntry();
    await page.context().setOffline(true);
    await typeOrder(page, { article: "Carottes hors ligne", kg: 11 });
    expect(await validateOrder(page)).toBe("kept");
    await page.getByRole("button", { name: "1 en attente" }).waitFor();
    expect(await arrived("Carottes hors ligne")).toEqual([]);
    await page.context().setOffline(false);
    await nothingWaits(page);
    expect(await arrived("Carottes hors ligne")).toEqual([11]);
  });

  test("with the Wi-Fi up and the server down, the same, and a reload loses nothing", async () => {
    const { page } = await openEntry();
    kitchen.proxy.set("refuse");
    await typeOrder(page, { article: "Carottes en panne", kg: 12 });
    expect(await validateOrder(page)).toBe("kept");
    await typeOrder(page, { article: "Poireaux en panne", kg: 13 });
    expect(await validateOrder(page)).toBe("kept");
    await page.getByRole("button", { name: "2 en attente" }).waitFor();
    kitchen.proxy.set("none");
    await page.reload();
    await settled(page);
    await nothingWaits(page);
    expect(await arrived("Carottes en panne")).toEqual([12]);
    expect(await arrived("Poireaux en panne")).toEqual([13]);
  });

  test("with a server that never answers, the page is not held up", async () => {
    const { page } = await openEntry();
    await typeOrder(page, { article: "Carottes muettes", kg: 14 });
    kitchen.proxy.set("hang");
    expect(await validateOrder(page)).toBe("kept");
    kitchen.proxy.set("none");
    await page.reload();
    await settled(page);
    await nothingWaits(page);
    expect(await arrived("Carottes muettes")).toEqual([14]);
  });

  test("in two tabs at once, every order arrives once", async () => {
    const { page } = await openEntry();
    const other = await page.context().newPage();
    await other.goto("/saisie");
    await settled(other);
    kitchen.proxy.set("refuse");
    await typeOrder(page, { article: "Carottes du premier onglet", kg: 15 });
    expect(await validateOrder(page)).toBe("kept");
    await typeOrder(other, { article: "Carottes du second onglet", kg: 16 });
    expect(await validateOrder(other)).toBe("kept");
    await page.getByRole("button", { name: "2 en attente" }).waitFor();
    kitchen.proxy.set("none");
    await nothingWaits(page);
    await nothingWaits(other);
    expect(await arrived("Carottes du premier onglet")).toEqual([15]);
    expect(await arrived("Carottes du second onglet")).toEqual([16]);
  });
});

describe("an entry opened in a second tab", () => {
  test("is written by one of them: the other says so, takes it over as it stands, and gives it back when it closes", async () => {
    const { page } = await openEntry();
    await typeOrder(page, { article: "Carottes partagées", kg: 41 });
    const other = await page.context().newPage();
    await other.goto("/saisie");
    await other.getByRole("heading", { name: "Cette saisie est ouverte dans un autre onglet" }).waitFor();
    expect(await axeViolations(other)).toEqual([]);
    // Not written yet: the other tab asks for it.
    await changeQuantity(page, "42");
    await other.getByRole("button", { name: "Continuer ici" }).click();
    await other.getByRole("gridcell", { name: "Carottes partagées" }).first().waitFor();
    await other.getByRole("gridcell", { name: "42", exact: true }).first().waitFor();
    await page.getByRole("heading", { name: "Cette saisie est ouverte dans un autre onglet" }).waitFor();
    await changeQuantity(other, "43");
    await other.close();
    await page.getByRole("gridcell", { name: "43", exact: true }).first().waitFor();
    expect(await validateOrder(page)).toBe("saved");
    expect(await arrived("Carottes partagées")).toEqual([43]);
  });
});

describe("an order whose answer is lost after the server has done it", () => {
  test("is one order when it is edited before the next try", async () => {
    const { page } = await openEntry();
    await typeOrder(page, { article: "Carottes coupées", kg: 17 });
    kitchen.proxy.set("cut-inside");
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByText("Gardée sur cet appareil").waitFor();
    expect(kitchen.proxy.cut()).toBeGreaterThan(0);
    expect(await arrived("Carottes coupées")).toEqual([17]);
    kitchen.proxy.set("refuse");
    await changeQuantity(page, "18");
    expect(await validateOrder(page)).toBe("kept");
    kitchen.proxy.set("none");
    await nothingWaits(page);
    expect(await arrived("Carottes coupées")).toEqual([18]);
  });

  test("is one order when the server is killed in mid-answer", async () => {
    const { page } = await openEntry();
    await typeOrder(page, { article: "Carottes tuées", kg: 19 });
    kitchen.proxy.set("cut-answer");
    expect(await validateOrder(page)).toBe("kept");
    await kitchen.site.crash();
    kitchen.proxy.set("none");
    await kitchen.restart();
    await nothingWaits(page);
    expect(await arrived("Carottes tuées")).toEqual([19]);
  });
});

describe("an order that the server refuses", () => {
  test("is kept and shown with its reason, opens again as typed, and leaves once corrected", async () => {
    const { page } = await openEntry();
    const [day, month, year] = parisDay(1);
    // A tablet whose clock is a day ahead: the server knows better.
    await page.clock.setFixedTime(Date.now() + 86_400_000);
    await page.reload();
    await settled(page);
    await typeOrder(page, { article: "Carottes de demain", kg: 20 });
    await page.keyboard.press("Control+Enter");
    await page.getByText("Refusé\u00a0: à corriger.").waitFor();
    await page.getByRole("button", { name: "Nouvelle", exact: true }).click();
    await page.getByRole("button", { name: "1 refusée" }).click();
    const item = page.getByRole("dialog").getByRole("listitem");
    await expect.poll(() => item.innerText()).toContain("Cette date est dans le futur.");
    expect(await item.innerText()).toContain("Commande à Ferme du Moulin");
    expect(await axeViolations(page)).toEqual([]);

    await item.getByRole("button", { name: "Jeter" }).click();
    await page.getByText("Saisie jetée").waitFor();
    await page.getByRole("button", { name: "Annuler" }).click();
    await item.getByRole("button", { name: "Corriger" }).click();
    await page.getByText("Cette date est dans le futur.").first().waitFor();
    await page.getByRole("link", { name: "Commandes", exact: true }).first().click();
    const refused = page.getByRole("listitem").filter({ hasText: "Cette date est dans le futur." });
    await refused.getByRole("link", { name: "Ferme du Moulin" }).click();
    await page.getByText("Cette date est dans le futur.").first().waitFor();
    await page.getByRole("gridcell", { name: "Carottes de demain" }).first().waitFor();
    const ordered = page.getByLabel(/^Commandé le/);
    expect(await ordered.inputValue()).toBe(`${day}/${month}/${year}`);
    await expect.poll(() => ordered.evaluate((field) => field === document.activeElement)).toBe(true);
    await ordered.fill(parisDay(0).join("/"));
    await expect.poll(() => page.locator('[aria-invalid="true"]').count()).toBe(0);
    await ordered.press("Tab");
    expect(await validateOrder(page)).toBe("saved");
    await nothingWaits(page);
    expect(await arrived("Carottes de demain")).toEqual([20]);
  });

  test("because somebody else changed it meanwhile, becomes a copy: both are there", async () => {
    const { page, ...visit } = await openEntry();
    visit.expectRefusal("/trpc/orders.save", 409);
    await typeOrder(page, { article: "Carottes à deux", kg: 21 });
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByText("Brouillon enregistré").waitFor();
    const order = (await kitchen.orders()).find(({ lines }) => lines[0]?.description === "Carottes à deux");
    if (order === undefined) throw new Error("The draft did not arrive.");
    await kitchen.save({ ...order, note: "de quelqu'un d'autre" });
    await changeQuantity(page, "22");
    await page.reload();
    await page.getByRole("gridcell", { name: "Carottes à deux" }).first().waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Garder la mienne en copie" }).click();
    await nothingWaits(page);
    expect(await validateOrder(page)).toBe("saved");
    expect(await page.evaluate(keptDrafts)).toEqual([]);
    expect((await arrived("Carottes à deux")).toSorted()).toEqual([21, 22]);
  });
});

function keptDrafts(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith("bonnepart.draft."));
}

/** The entry page of the kitchen's account; an outage is part of each story. */
async function openEntry(): Promise<Visit> {
  const visit = await openVisit(kitchen.proxy.origin, { serviceWorker: true });
  visit.expectRefusal("/trpc/", 0);
  await enterKitchen(visit.page, kitchen.session);
  await visit.page.goto("/saisie");
  await settled(visit.page);
  await keptForLater(visit.page);
  return visit;
}

/** The day it is in France so many days from now, as it is typed. */
function parisDay(days: number): string[] {
  const day = new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", {
    timeZone: "Europe/Paris",
  });
  return day.split("-").toReversed();
}

/** The device holds nothing that the server has not acknowledged. */
async function nothingWaits(page: Page): Promise<void> {
  await expect.poll(() => countWaiting(page), { timeout: 60_000 }).toBe(0);
}

/** Kilos of the orders that the server has with this article, one an order. */
async function arrived(article: string): Promise<number[]> {
  const lines = (await kitchen.orders()).flatMap((order) => order.lines);
  return lines
    .filter(({ description }) => description === article)
    .map(({ quantityMilli }) => (quantityMilli ?? 0) / 1000);
}
