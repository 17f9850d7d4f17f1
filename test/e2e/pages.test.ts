import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { namesOfOthers } from "./names-of-others.ts";
import type { PageVisit } from "./page-visits.ts";
import { PAGE_VISITS } from "./page-visits.ts";
import { sidewaysScroll } from "./sideways-scroll.ts";
import { DESKTOP, lookAs, openVisit, PHONE, settled } from "./visit.ts";

const CLIENT = join(import.meta.dirname, "../../client");
const ROUTES = globSync("*routes.tsx", { cwd: CLIENT })
  .map((file) => readFileSync(join(CLIENT, file), "utf8"))
  .join("\n");
const SIZES = [DESKTOP, PHONE];

describe("the pages", () => {
  test("are each visited below: the routes of client have no other", () => {
    const routes = [...ROUTES.matchAll(/\bpath: "([^"]+)"/g)].map(([, path]) => path);
    expect(routes.length).toBeGreaterThan(5);
    expect(Object.keys(PAGE_VISITS).toSorted()).toEqual(routes.toSorted());
  });

  const all = Object.entries(PAGE_VISITS).flatMap(([path, visits]) =>
    visits.map((visit, at) => ({ path, visit, isFirst: at === 0 })),
  );
  for (const [index, { path, visit, isFirst }] of all.entries()) {
    const sizes = visit.reach === undefined ? SIZES : [DESKTOP];
    // Axe is most of the time of a visit: here on a page's first state, at one size in turn; « bench:ui » runs it at
    // three sizes on every state.
    const judged = isFirst ? sizes[index % sizes.length] : null;
    test(`${path}, ${visit.state}, ${visit.as ?? "nobody"}: nothing for axe, one heading, no sideways scroll`, async () => {
      const page = await openPage(visit);
      // A state that is reached by hand is looked at on the large screen here, and at three widths by « bench:ui ».
      for (const size of sizes) {
        const wide = `${size.width} px`;
        await page.setViewportSize(size);
        // Then it is turned, as a tablet is.
        if (size === DESKTOP) await reachState(page, { path, visit });
        else await settled(page);
        expect(await page.locator("h1").count(), wide).toBe(1);
        expect(await page.title(), wide).toMatch(/^\S.* · Bonnepart$/);
        expect(await page.locator("html").getAttribute("lang"), wide).toBe("fr");
        expect(await sidewaysScroll(page), wide).toBe(0);
        // An official meets no person.
        if (visit.as === "official" && size === DESKTOP)
          expect(namesOfOthers("official", await page.locator("main").innerText())).toEqual([]);
        if (size === judged) expect(await axeViolations(page), wide).toEqual([]);
      }
    });
  }
});

/** The demonstration's pages stay open from one look of a person to the next; the empty site's are each their own. */
async function openPage({ as, site, refusals = [] }: PageVisit): Promise<Page> {
  const visit = site === "empty" ? await openVisit(inject("emptyOrigin")) : await lookAs(as);
  for (const [address, status] of refusals) visit.expectRefusal(address, status);
  return visit.page;
}

async function reachState(page: Page, { path, visit }: { path: string; visit: PageVisit }): Promise<void> {
  await page.goto(visit.address === undefined ? path : await visit.address(page));
  await settled(page);
  if (visit.reach === undefined) return;
  await visit.reach(page);
  await settled(page);
}
