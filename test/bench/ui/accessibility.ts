import type { PageVisit } from "../../e2e/page-visits.ts";
import { PAGE_VISITS } from "../../e2e/page-visits.ts";
import { axeViolations } from "../../support/axe.ts";
import type { Opener, Size } from "./session.ts";
import { settle } from "./session.ts";

export const SIZES: readonly Size[] = [
  { width: 1366, height: 900 },
  { width: 820, height: 1180 },
  { width: 320, height: 640 },
];

export interface AccessibilityFigures {
  visited: number;
  violations: string[];
  /** Pages wider than their window: WCAG 1.4.10 at 320 px. */
  sideways: string[];
}

/** Every page in every state at every width. */
export async function measureAccessibility(
  opener: Opener,
  emptyOrigin: string,
  note: (line: string) => void,
): Promise<AccessibilityFigures> {
  const figures: AccessibilityFigures = { visited: 0, violations: [], sideways: [] };
  for (const [path, visits] of Object.entries(PAGE_VISITS))
    for (const visit of visits) {
      note(`${path}, ${visit.state}`);
      await measureVisit(opener, { path, visit, emptyOrigin, figures });
    }
  return figures;
}

async function measureVisit(
  opener: Opener,
  given: { path: string; visit: PageVisit; emptyOrigin: string; figures: AccessibilityFigures },
): Promise<void> {
  const { path, visit, emptyOrigin, figures } = given;
  const page = await opener.open(
    visit.as,
    visit.as === null && visit.site === "empty" ? { origin: emptyOrigin } : {},
  );
  for (const size of SIZES) {
    const where = `${path}, ${visit.state}, ${size.width} px`;
    try {
      await page.setViewportSize(size);
      await page.goto(visit.address === undefined ? path : await visit.address(page));
      await settle(page);
      await visit.reach?.(page);
      await settle(page);
      figures.visited += 1;
      // From the top: a row half under the sticky header is only scrolled, not too small to press.
      await page.evaluate(() => window.scrollTo(0, 0));
      for (const violation of await axeViolations(page)) figures.violations.push(`${where}: ${violation}`);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) figures.sideways.push(`${where}: ${over} px`);
    } catch (error) {
      figures.violations.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await page.context().close();
}
