import type { Page } from "playwright-core";
import type { Role } from "../../shared/permissions.ts";
import { screenTree } from "./screen-tree.ts";
import { sidewaysScroll } from "./sideways-scroll.ts";
import { DESKTOP, lookAs, settled } from "./visit.ts";

/** Pages walked, as a role that sees all of each. */
const PAGES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  administrator: [
    "/territoire?year=2025",
    "/territoire/carte?year=2025&month=9&family=FRUITS_ET_LEGUMES",
    "/territoire/comparaison?year=2025",
    "/lignes",
    "/commandes",
    "/factures",
    "/importer",
    "/fournisseurs",
    "/justificatifs",
    "/produits",
    "/legumerie",
    "/objectifs",
    "/historique",
    "/reglages",
    "/compte",
    "/plan-du-site",
    "/accessibilite",
  ],
  manager: ["/saisie", "/cantine?year=2025"],
};
const NARROW = { width: 320, height: 640 };
/** A desktop window read at 200 %. */
const DOUBLED = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 };
/** Stops of Tab in the content of each page; the header, which is the same on all, is walked on the first alone. */
export const STOPS = 10;
const STOPS_WITH_HEADER = 36;

/** What was seen of one page. */
export interface Walked {
  address: string;
  /** Each stop of Tab. */
  stops: Focus[];
  /** Where Shift+Tab leads from the last stop. */
  back: Focus | null;
  /** Pixels scrolled sideways: at 320 px, at 200 %, with wide text. */
  sideways: readonly [number, number, number];
  cut: readonly string[];
  page: { type: string | undefined; quirks: string; lang: string; twice: readonly string[] };
  headings: readonly number[];
}

let walk: Promise<Walked[]> | null = null;

/** Every page is opened once, by the first test that asks. */
export function everyPage(): Promise<Walked[]> {
  walk ??= walkPages();
  return walk;
}

async function walkPages(): Promise<Walked[]> {
  const walked: Walked[] = [];
  for (const [role, addresses] of Object.entries(PAGES)) {
    const { page } = await lookAs(role as Role);
    for (const address of addresses) {
      await page.goto(address);
      await settled(page);
      walked.push({ address, ...(await walkPage(page, walked.length === 0)) });
    }
  }
  return walked;
}

async function walkPage(page: Page, whole: boolean): Promise<Omit<Walked, "address">> {
  const described = await page.evaluate(describePage);
  const tree = await screenTree(page);
  const stops: Focus[] = [];
  const most = whole ? STOPS_WITH_HEADER : STOPS;
  if (!whole) {
    // The link to the content.
    await page.keyboard.press("Tab");
    const leads = await page.evaluate(() => document.activeElement?.getAttribute("href") === "#contenu");
    await page.keyboard.press(leads ? "Enter" : "Shift+Tab");
  }
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    const focus = await focusOnceMarked(page);
    if (focus === null) break;
    stops.push(focus);
  }
  await page.keyboard.press("Shift+Tab");
  const back = await page.evaluate(readFocus);
  const narrow = await scrollAt(page, NARROW);
  const doubled = await scrollAt(page, DOUBLED);
  await page.setViewportSize(DESKTOP);
  const cut = await page.evaluate(widenText);
  return {
    stops,
    back,
    sideways: [narrow, doubled, await sidewaysScroll(page)],
    cut,
    page: described,
    headings: tree.flatMap(({ role, level }) => (role === "heading" ? [level ?? 0] : [])),
  };
}

/** A field's edge takes its colour little by little. */
async function focusOnceMarked(page: Page): Promise<Focus | null> {
  let focus = await page.evaluate(readFocus);
  for (let wait = 0; focus?.isMarked === false && wait < 6; wait++) {
    await page.waitForTimeout(50);
    focus = await page.evaluate(readFocus);
  }
  return focus;
}

/** Charts are drawn anew some frames after the window has changed. */
async function scrollAt(page: Page, size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size);
  let sideways = await sidewaysScroll(page);
  for (let wait = 0; sideways !== 0 && wait < 15; wait++) {
    await page.waitForTimeout(100);
    sideways = await sidewaysScroll(page);
  }
  return sideways;
}

/** What has the focus. */
export interface Focus {
  place: string;
  what: string;
  isSeen: boolean;
  isMarked: boolean;
}

/** In the page. */
function describePage(): Walked["page"] {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return {
    type: document.doctype?.name,
    quirks: document.compatMode,
    lang: document.documentElement.lang,
    twice: ids.filter((id, index) => ids.indexOf(id) !== index),
  };
}

/** In the page: what has the focus, whether it is on the screen, and whether anything shows it. */
function readFocus(): Focus | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const inside = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
  const small = element.getBoundingClientRect().width <= 1;
  // A radio or a box that its label stands for.
  const shown = inside ?? (small ? (element.nextElementSibling ?? element.parentElement) : null) ?? element;
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const everything = [...document.querySelectorAll("*")];
  const marks = [
    element,
    shown,
    ...shown.querySelectorAll("*"),
    shown.parentElement,
    shown.nextElementSibling,
  ];
  return {
    place: `${everything.indexOf(element)} ${inside?.id ?? ""}`,
    what: `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40) ?? ""}`,
    isSeen: right > left && bottom > top && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    isMarked: marks.some((one) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth, boxShadow, stroke, borderColor } = getComputedStyle(one);
      const hasOutline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
      const isField = one.matches("input, select, textarea") && borderColor === "rgb(107, 31, 69)";
      return hasOutline || boxShadow !== "none" || isField || stroke === "rgb(107, 31, 69)";
    }),
  };
}

/** In the page: the spacing that a reader may ask for, and what it then cuts. */
function widenText(): string[] {
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    element.style.setProperty("letter-spacing", "0.12em", "important");
    element.style.setProperty("word-spacing", "0.16em", "important");
    element.style.setProperty("line-height", "1.5", "important");
  }
  const cut: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("main *, footer *")) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    if (element.clientWidth <= 1 || clipPath !== "none" || element.matches("input, select, textarea"))
      continue;
    const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const tall = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((wide || tall) && (element.textContent ?? "").trim() !== "")
      cut.push(`${element.tagName}.${element.className}: ${(element.textContent ?? "").slice(0, 40)}`);
  }
  return cut;
}
