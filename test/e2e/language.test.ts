import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { DEMO_OFFERS } from "../../server/demo/offers.ts";
import { DEMO_PRODUCTS } from "../../server/demo/products.ts";
import { comparedProduct, firstSupplier } from "./page-reaches.ts";
import { settled, visitAs } from "./visit.ts";

const ROOT = join(import.meta.dirname, "../..");
const PAGES = [
  "/saisie",
  "/commandes",
  "/importer",
  "/cantine",
  "/territoire",
  "/lignes",
  "/comparer",
  "/fournisseurs",
  "/produits",
  "/objectifs",
  "/historique",
];

describe("the language of an account", () => {
  test("goes to English, stays so after a reload, and leaves no French in navigation, headings and buttons", async () => {
    const { page } = await visitAs("manager");
    await page.goto("/saisie");
    await settled(page);
    onTestFinished(() => backToFrench(page));
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("link", { name: "Orders", exact: true }).waitFor();
    await settled(page);
    await page.reload();
    await settled(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");

    const french = frenchOnly();
    const english = new Set(french.values());
    expect(french.size).toBeGreaterThan(200);
    const typed = typedNames();
    let marked = 0;
    for (const address of [...PAGES, await comparedProduct(page), await firstSupplier(page)]) {
      await page.goto(address);
      await settled(page);
      const words = await page
        .locator("nav a, h1, h2, h3, th, button, label, legend, dt")
        .evaluateAll((elements) => elements.map((element) => (element.textContent ?? "").trim()));
      expect(
        words.filter((text) => french.has(text)),
        address,
      ).toEqual([]);
      expect(words.length).toBeGreaterThan(5);
      const texts = await textsByLanguage(page);
      const named = texts.filter(({ text }) => typed.has(text));
      marked += named.length;
      expect(
        named.filter(({ lang }) => lang !== "fr"),
        `${address}: an article typed in French is read in English`,
      ).toEqual([]);
      // What the product says itself is never said to be French.
      expect(
        texts.filter(({ text, lang }) => lang === "fr" && english.has(text)),
        address,
      ).toEqual([]);
    }
    expect(marked).toBeGreaterThan(100);
  });
});

async function backToFrench(page: Page): Promise<void> {
  const answer = await page.request.post("/trpc/session.setLocale", {
    data: { locale: "fr" },
    headers: { "x-bonnepart": "1", "sec-fetch-site": "same-origin" },
  });
  expect(answer.status()).toBe(200);
}

/** Every text of the page with the language that its nearest element declares. */
function textsByLanguage(page: Page): Promise<{ text: string; lang: string }[]> {
  return page.evaluate(() => {
    const texts: { text: string; lang: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      texts.push({
        text: (node.textContent ?? "").trim(),
        lang: node.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "",
      });
    return texts;
  });
}

/** What suppliers of the demonstration call their articles, but for the words that English has too. */
function typedNames(): Set<string> {
  const translated = new Set(DEMO_PRODUCTS.map(({ nameEn }) => nameEn));
  return new Set(DEMO_OFFERS.map(({ offer }) => offer.name).filter((name) => !translated.has(name)));
}

/** Every French text of the catalogues whose English is another, with that English. */
function frenchOnly(): Map<string, string> {
  const english = globSync("client/locales/en/*.po", { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), "utf8"),
  );
  const pairs = english.flatMap((text) => [...text.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)]);
  return new Map(
    pairs.flatMap(([, fr, en]) => (fr !== undefined && en !== undefined && fr !== en ? [[fr, en]] : [])),
  );
}
