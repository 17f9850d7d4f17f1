import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { comparedProduct } from "./page-reaches.ts";
import { everyPage, STOPS } from "./page-walk.ts";
import type { HeardNode } from "./screen-tree.ts";
import { outerHtmlOf, screenTree } from "./screen-tree.ts";
import { lookAs, settled } from "./visit.ts";

/** What is only known to who hears it by its name. */
const NAMED_ROLES = new Set([
  "link",
  "button",
  "combobox",
  "textbox",
  "checkbox",
  "table",
  "grid",
  "navigation",
  "image",
]);

function isNameless({ role, name }: HeardNode): boolean {
  return NAMED_ROLES.has(role) && name === "";
}

describe("the pages, for whoever does not use a mouse, a large screen or their eyes", () => {
  test("every page is walked with Tab alone: its focus is seen and never held", async () => {
    const wrong: string[] = [];
    for (const { address, stops, back } of await everyPage()) {
      for (const { what, isSeen, isMarked } of stops) {
        if (!isSeen) wrong.push(`${address}: ${what} has the focus and is not on the screen`);
        if (!isMarked) wrong.push(`${address}: nothing shows the focus of ${what}`);
      }
      if (new Set(stops.map(({ place }) => place)).size < Math.min(3, stops.length))
        wrong.push(`${address}: the focus does not go on`);
      // A page with fewer stops was left at its end: the way back leads to its last one.
      if (stops.length >= STOPS && back?.place === stops.at(-1)?.place) wrong.push(`${address}: no way back`);
    }
    expect(wrong).toEqual([]);
  });

  test("the first stop of Tab leads to the content", async () => {
    const { page } = await lookAs("official");
    await page.goto("/territoire");
    await settled(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("contenu");
  });

  test("at 320 px and at 200 % nothing scrolls sideways", async () => {
    for (const { address, sideways } of await everyPage()) {
      expect(sideways[0], `${address}, 320 px`).toBe(0);
      expect(sideways[1], `${address}, 200 %`).toBe(0);
    }
  });

  test("with wider letters, words and lines no text is cut", async () => {
    for (const { address, cut, sideways } of await everyPage()) {
      expect(cut, address).toEqual([]);
      expect(sideways[2], address).toBe(0);
    }
  });

  test("the document has its type, its language, unique ids and headings that skip no level", async () => {
    for (const { address, page, headings } of await everyPage()) {
      expect(page, address).toEqual({ type: "html", quirks: "CSS1Compat", lang: "fr", twice: [] });
      expect(headings[0], address).toBe(1);
      for (const [index, level] of headings.entries())
        expect(level - (headings[index - 1] ?? 0), `${address}: ${headings.join(" ")}`).toBeLessThanOrEqual(
          1,
        );
    }
  });

  test("without its style sheets a page still shows every text", async () => {
    const { page } = await lookAs("official");
    for (const address of ["/territoire?year=2025", "/territoire/carte?year=2025&month=9"]) {
      await page.goto(address);
      await settled(page);
      const { shown, lost } = await page.evaluate(removeStyles);
      expect(lost, address).toEqual([]);
      expect(shown, address).toBeGreaterThan(100);
    }
  });

  test("the three main screens are landmarks, one heading and named things for who hears them", async () => {
    const { page } = await lookAs("manager");
    const screens = [
      { address: "/saisie", heading: "Saisie", holds: [["grid", /./]] },
      {
        address: await comparedProduct(page),
        heading: /./,
        holds: [
          ["table", /./],
          ["columnheader", /Prix|€/],
        ],
      },
      {
        address: "/territoire?year=2025",
        heading: /./,
        holds: [
          ["article", /^Bio$/],
          ["table", /cantine par cantine/],
          ["figure", /^Graphique/],
        ],
      },
    ] as const;
    for (const { address, heading, holds } of screens) {
      await page.goto(address);
      await settled(page);
      const tree = await treeThatHolds(page, holds);
      const named = (role: string) => tree.filter((node) => node.role === role).map(({ name }) => name);
      for (const landmark of ["banner", "main", "contentinfo"])
        expect(named(landmark), address).toHaveLength(1);
      expect(named("navigation"), address).toContain("Navigation principale");
      const first = tree.filter(({ role, level }) => role === "heading" && level === 1);
      expect(
        first.map(({ name }) => name),
        address,
      ).toEqual([expect.stringMatching(heading)]);
      expect(await outerHtmlOf(page, tree.filter(isNameless)), `${address}: without a name`).toEqual([]);
      for (const [role, name] of holds)
        expect(named(role), address).toEqual(expect.arrayContaining([expect.stringMatching(name)]));
    }
  });

  test("the site map leads to every page of the bar", async () => {
    const { page } = await lookAs("administrator");
    await page.goto("/territoire");
    await settled(page);
    const addresses = (name: string) =>
      page
        .getByRole(name === "main" ? "main" : "navigation", name === "main" ? {} : { name })
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("?")[0] ?? ""));
    const [bar, section] = [
      await addresses("Navigation principale"),
      await addresses("Pages de cette partie"),
    ];
    await page.getByRole("link", { name: "Plan du site" }).click();
    await page.getByRole("heading", { level: 1, name: "Plan du site" }).waitFor();
    const map = await addresses("main");
    expect(section.length).toBeGreaterThan(2);
    expect([...bar, ...section].filter((address) => !map.includes(address))).toEqual([]);
  });
});

/** The tree of a screen once it holds what is expected there, or after the wait that any part of a page is given. */
async function treeThatHolds(
  page: Page,
  expected: readonly (readonly [role: string, name: RegExp])[],
): Promise<HeardNode[]> {
  const end = Date.now() + 60_000;
  for (;;) {
    const tree = await screenTree(page);
    const isHeard = ([role, name]: readonly [string, RegExp]) =>
      tree.some((node) => node.role === role && name.test(node.name));
    // A drawing that Chromium has not finished is an image without a name for a moment.
    if ((expected.every(isHeard) && !tree.some(isNameless)) || Date.now() > end) return tree;
    await page.waitForTimeout(100);
  }
}

/** In the page: texts that were shown and are not any more without style sheets. */
function removeStyles(): { shown: number; lost: string[] } {
  const texts: Element[] = [];
  const walker = document.createTreeWalker(
    document.querySelector("main") ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement !== null && (textContent ?? "").trim() !== "" && parentElement.checkVisibility())
      texts.push(parentElement);
  }
  for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]')) sheet.remove();
  const lost = texts.filter((element) => !element.checkVisibility());
  return { shown: texts.length, lost: lost.map(({ textContent }) => textContent ?? "") };
}
