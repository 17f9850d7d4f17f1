import type { Page } from "playwright-core";
import { KITCHEN_SUPPLIER } from "../support/small-kitchen.ts";

/** A session of the small kitchen, as its cookie gives it to every port of this machine. */
export async function enterKitchen(page: Page, session: string): Promise<void> {
  await page
    .context()
    .addCookies([{ name: "bonnepart", value: session, domain: "localhost", path: "/", httpOnly: true }]);
}

/** All pages are fetched behind the first one: only for what hangs, however slow the machine. */
const KEPT_WITHIN_MS = 60_000;

/** The pages are on the device: the server may go away. */
export async function keptForLater(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: KEPT_WITHIN_MS,
  });
}

/** Types an order of one line of so many kilos on the open grid, the supplier first; nothing is saved yet. */
export async function typeOrder(page: Page, { article, kg }: { article: string; kg: number }): Promise<void> {
  const supplier = page.getByRole("combobox", { name: /^Fournisseur/ });
  if ((await supplier.inputValue()) !== KITCHEN_SUPPLIER) {
    await supplier.fill("moulin");
    await page.getByRole("option", { name: new RegExp(KITCHEN_SUPPLIER) }).click();
  }
  const grid = page.getByRole("grid");
  await grid.focus();
  for (const text of [article, String(kg), "kg", "1,50"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.type("fruits");
  await page.keyboard.press("Tab");
}

/** Another quantity on the line the cursor is on. */
export async function changeQuantity(page: Page, kg: string): Promise<void> {
  await page.getByRole("grid").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(kg);
  await page.keyboard.press("Tab");
}

/** Validates the order on screen and waits until it is said where it is. */
export async function validateOrder(page: Page): Promise<"saved" | "kept"> {
  await page.keyboard.press("Control+Enter");
  const toast = page.getByText(/^(Commande enregistrée|Gardée sur cet appareil)/).last();
  await toast.waitFor();
  // The next order is open: an earlier message may still be on screen.
  await page.locator('[role="status"][data-phase="none"][data-dirty="false"]').waitFor();
  return (await toast.innerText()).startsWith("Commande") ? "saved" : "kept";
}

/** Entries in the browser's own database, whatever the page says of them. */
export async function listWaiting(page: Page): Promise<unknown[]> {
  return await page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("bonnepart-outbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const entries = opening.result.transaction("entries").objectStore("entries").getAll();
          entries.onsuccess = () => resolve(entries.result);
          entries.onerror = () => reject(entries.error);
          opening.result.close();
        };
      }),
  );
}

export async function countWaiting(page: Page): Promise<number> {
  return (await listWaiting(page)).length;
}
