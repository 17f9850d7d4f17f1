import type { Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { expect, inject, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { chosenCanteen } from "./ask.ts";
import { centsIn } from "./read-screen.ts";
import { sidewaysScroll } from "./sideways-scroll.ts";
import { DESKTOP, openVisit, PHONE, settled, visitAs } from "./visit.ts";

const NARROW = { width: 320, height: 640 };
/** A year that no other story writes in: here it is frozen for a while. */
const YEAR = 2023;

test("a manager declares a year, prints its poster and shares its page, which a visitor reads on a phone", async () => {
  const { page } = await visitAs("manager");
  await page.goto(`/cantine/declaration?year=${YEAR}`);
  await settled(page);
  const canteen = await chosenCanteen(page);
  const total = page
    .getByRole("row", { name: /^Total des achats alimentaires/ })
    .getByRole("link")
    .first();
  const cents = centsIn(await total.innerText());
  await total.click();
  await page.getByRole("heading", { level: 1, name: "Lignes" }).waitFor();
  await settled(page);
  expect(centsIn(await page.locator("main").innerText())).toBe(cents);

  await page.goBack();
  await page.getByRole("button", { name: `Déclarer ${YEAR}…` }).click();
  await page.getByRole("button", { name: `Déclarer et figer ${YEAR}` }).click();
  await page.getByText(new RegExp(`${YEAR} a été déclarée le .+ par `)).waitFor();
  await settled(page);
  expect(centsIn(await total.innerText())).toBe(cents);
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole("link", { name: "Affiches et partage" }).click();
  const address = await addressOnPoster(page);
  const { page: visitor } = await openVisit(inject("demoOrigin"), { size: PHONE });
  await visitor.goto(address);
  expect(await visitor.locator("h1").innerText()).toBe("Restaurant administratif du Département");
  expect(await visitor.locator("main").innerText()).toMatch(/Produits durables et de qualité\s+\d+,\d\s%/);
  expect(await visitor.context().cookies()).toEqual([]);
  for (const size of [DESKTOP, PHONE, NARROW]) {
    await visitor.setViewportSize(size);
    expect(await sidewaysScroll(visitor), `${size.width} px`).toBe(0);
    expect(await axeViolations(visitor), `${size.width} px`).toEqual([]);
  }
  await visitor.getByRole("link", { name: "In English" }).click();
  await visitor.getByRole("heading", { name: "Sustainable and quality products" }).waitFor();

  await page.goto(`/cantine/affiches?year=${YEAR}`);
  await page.getByRole("button", { name: `Retirer : Affiche A3 ${YEAR}` }).click();
  await page.getByRole("button", { name: "Retirer", exact: true }).click();
  await page.getByText("retirée", { exact: true }).waitFor();
  const gone = await openVisit(inject("demoOrigin"), { size: PHONE });
  gone.expectRefusal("/p/", 410);
  await gone.page.goto(address);
  await gone.page.getByRole("heading", { name: "Cette page n'est plus en ligne" }).waitFor();

  await reopen(canteen);
}, 180_000);

/** Where the QR code of the poster leads, as the tagged document says it. */
async function addressOnPoster(page: Page): Promise<string> {
  const asked = page.waitForRequest((request) => request.url().includes("/files/affiche.pdf"));
  await page.getByRole("button", { name: "Préparer le PDF : Affiche A3" }).click();
  const poster = await page.context().request.get((await asked).url());
  const document = await getDocumentProxy(new Uint8Array(await poster.body()), { verbosity: 0 });
  expect((await document.getMetadata()).info).toMatchObject({ Title: `Ce que nous servons en ${YEAR}` });
  const structure = JSON.stringify(await (await document.getPage(1)).getStructTree());
  const address = /Code QR vers (http[^"]+)/.exec(structure)?.[1];
  if (address === undefined) throw new Error("the poster has no address");
  return address;
}

async function reopen(canteen: string): Promise<void> {
  const { page } = await visitAs("administrator");
  await page.goto(`/cantine/declaration?year=${YEAR}&canteen=${canteen}`);
  await page.getByRole("button", { name: "Rouvrir l'année…" }).click();
  await page.getByRole("button", { name: `Rouvrir ${YEAR}` }).click();
  await page.getByText("Dites pourquoi l'année est rouverte.").waitFor();
  await page.getByRole("textbox", { name: /^Raison/ }).fill("Un avoir avait été oublié");
  await page.getByRole("button", { name: `Rouvrir ${YEAR}` }).click();
  await page.getByRole("cell", { name: "Un avoir avait été oublié" }).waitFor();
  await page.getByRole("button", { name: `Déclarer ${YEAR}…` }).waitFor();
}
