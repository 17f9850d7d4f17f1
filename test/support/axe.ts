import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Elements told for one rule. */
const SHOWN = 3;

let source: Promise<string> | null = null;

/** What axe-core has against the page as it is now: WCAG 2.0 to 2.2, A and AA, and best practice; empty when nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // By the debugger, not by a script element: the page's own Content-Security-Policy stays in force.
  await page.evaluate(await source);
  const results = await page.evaluate(async (tags): Promise<AxeResults> => {
    // From the top: wherever the page was scrolled to, something is half under its header.
    window.scrollTo(0, 0);
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    return await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
  }, TAGS);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, SHOWN).map(({ target, failureSummary }) => {
      const why = failureSummary?.split("\n").slice(1).join("; ").trim();
      return `${id} (${nodes.length}): ${target.join(" ")}: ${why}`;
    }),
  );
}
