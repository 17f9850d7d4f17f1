import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Visit } from "./visit.ts";
import { settled, visitAs } from "./visit.ts";

const FILE = "/assets/orders-page-";
const LONG_ENOUGH_MS = 1_500;

test("a tab over a newer version starts again once for a page whose file is no more, and keeps its draft", async () => {
  const { page, loads } = await openDraft(({ starts }) => starts === 0);
  await page.getByRole("link", { name: "Commandes" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Commandes" }).waitFor();
  expect(loads()).toBe(1);
  await page.goto("/saisie");
  await page.getByRole("gridcell", { name: "Sel de table" }).waitFor();
});

test("a file that stays away is said to be so: the page starts again once by itself, then when it is asked", async () => {
  const { page, loads } = await openDraft(() => true);
  await page.getByRole("link", { name: "Commandes" }).first().click();
  const retry = page.getByRole("button", { name: "Réessayer" });
  await retry.waitFor();
  expect(loads()).toBe(1);
  await page.waitForTimeout(LONG_ENOUGH_MS);
  expect(loads()).toBe(1);
  await Promise.all([page.waitForEvent("load"), retry.click()]);
  await retry.waitFor();
  expect(loads()).toBe(2);
});

test("with the server away, the page is not left for the browser's own error", async () => {
  const { page, loads } = await openDraft(() => true);
  await page.route("**/health", (route) => route.abort());
  await page.getByRole("link", { name: "Commandes" }).first().click();
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.waitForTimeout(LONG_ENOUGH_MS);
  expect(loads()).toBe(0);
  expect(await page.getByText("Le serveur ne répond pas.").count()).toBe(1);
});

/**
 * A line typed on Saisie; the file of « Commandes » is then answered 404 while it is said to be missing. `starts`: how
 * often the tab started again.
 */
async function openDraft(
  isMissing: (tab: { starts: number }) => boolean,
): Promise<{ page: Page; loads: () => number }> {
  const visit = await visitAs("manager");
  const { page } = visit;
  expectComplaints(visit);
  await page.goto("/saisie");
  await settled(page);
  await page.getByRole("grid").focus();
  await page.keyboard.type("Sel de table");
  await page.keyboard.press("Tab");
  let starts = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) starts += 1;
  });
  await page.route(`**${FILE}*.js`, (route) =>
    isMissing({ starts }) ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  return { page, loads: () => loads };
}

/** The browser says that the file is missing; React, that a page failed. */
function expectComplaints({ expectRefusal }: Visit): void {
  expectRefusal(FILE, 404);
  expectRefusal("/assets/", 0);
  expectRefusal("/health", 0);
}
