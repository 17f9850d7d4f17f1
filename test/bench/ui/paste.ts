import type { Page } from "playwright-core";
import { formatTsv, parseTsv } from "../../../client/orders/tsv.ts";
import type { InteractionTimes } from "./interactions.ts";
import { drainInteractions, interactionTimes, watchInteractions } from "./interactions.ts";
import type { Opener } from "./session.ts";
import { settle, slowDown } from "./session.ts";

const ROWS = 500;
const TITLES = ["Article", "Quantité", "Unité", "Prix HT", "Famille", "Mentions"] as const;
const WAYS = ["12,5", "1 234,50", "1.234,5", "0.125", "7 kg", "douze", "3,", "−2"] as const;

export interface PasteFigures {
  cells: number;
  /** From the paste to the frame that shows it, milliseconds. */
  milliseconds: number;
  /** Cells whose text, copied back, is not the one pasted. */
  changed: number;
  /** Keys afterwards, in a grid of that many lines. */
  after: InteractionTimes;
}

/** A block as Excel copies it: titles, French numbers in every way, quotes, line breaks, and texts nobody can read. */
export function pastedTable(rows = ROWS): string[][] {
  return Array.from({ length: rows }, (_, index) => [
    index % 9 === 0 ? `Article « ${index} »\nsuite "cru"` : `Article ${index}`,
    WAYS[index % WAYS.length] ?? "",
    index % 2 === 0 ? "kg" : "pièce",
    index % 7 === 0 ? "?" : `${index},${index % 100}`,
    index % 3 === 0 ? "Fruits et légumes" : "",
    index % 4 === 0 ? "Bio" : "",
  ]);
}

/** How many cells of the second table are not the same text; a missing row counts whole. */
export function changedCells(
  pasted: readonly (readonly string[])[],
  copied: readonly (readonly string[])[],
): number {
  return pasted.reduce(
    (sum, row, line) => sum + row.filter((text, column) => copied[line]?.[column] !== text).length,
    0,
  );
}

/** 500 x 6 cells pasted in the grid on a slow computer, and what stands there afterwards. */
export async function measurePaste(opener: Opener): Promise<PasteFigures> {
  const page = await opener.open("manager");
  await watchInteractions(page);
  await page.goto("/saisie");
  await settle(page);
  await page.getByRole("combobox", { name: /^Fournisseur/ }).pressSequentially("nord p");
  await page.keyboard.press("Enter");
  await page.getByRole("grid").and(page.locator(":focus")).waitFor();
  await settle(page);
  await slowDown(page);
  const table = pastedTable();
  const milliseconds = await pasteInto(page, formatTsv([[...TITLES], ...table]));
  await page.waitForTimeout(1000);
  await drainInteractions(page);
  for (const key of ["ArrowDown", "ArrowRight", "1", "2", ",", "5", "Enter", "ArrowUp", "Tab", "Escape"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
  }
  const after = interactionTimes(await drainInteractions(page));
  await page.keyboard.press("Control+z");
  const copied = await copyAll(page);
  await page.context().close();
  return { cells: ROWS * TITLES.length, milliseconds, changed: changedCells(table, copied), after };
}

async function pasteInto(page: Page, text: string): Promise<number> {
  return await page.evaluate(async (tsv) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", tsv);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    const start = performance.now();
    document.activeElement?.dispatchEvent(event);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, text);
}

/** The six pasted columns as the grid copies them. */
async function copyAll(page: Page): Promise<string[][]> {
  await page.keyboard.press("Control+a");
  const text = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData.getData("text/plain");
  });
  // Article, quantity, unit, price, amount, weight, family, marks: the amount and the weight are worked out.
  return parseTsv(text).map((row) => [0, 1, 2, 3, 6, 7].map((column) => row[column] ?? ""));
}
