import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
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
    expect(french.size).toBeGreaterThan(200);
    for (const address of PAGES) {
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
    }
  });
});

async function backToFrench(page: Page): Promise<void> {
  const answer = await page.request.post("/trpc/session.setLocale", {
    data: { locale: "fr" },
    headers: { "x-bonnepart": "1", "sec-fetch-site": "same-origin" },
  });
  expect(answer.status()).toBe(200);
}

/** Every French text of the catalogues whose English is another. */
function frenchOnly(): Set<string> {
  const english = globSync("client/locales/en/*.po", { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), "utf8"),
  );
  const pairs = english.flatMap((text) => [...text.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)]);
  return new Set(pairs.flatMap(([, fr, en]) => (fr !== undefined && fr !== en ? [fr] : [])));
}
