import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeptRead, KeptReads } from "../../../client/offline/kept-reads.ts";
import { launchChromium } from "../../support/chromium.ts";

const ORIGIN = "http://localhost:9";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The module alone in a page, over that browser's own database. */
async function openReads(): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const source = await readFile(new URL("../../../client/offline/kept-reads.ts", import.meta.url), "utf8");
  const body = `${stripTypeScriptTypes(source)}\nglobalThis.open = indexedDbReads;`;
  await page.route(`${ORIGIN}/reads.js`, (route) => route.fulfill({ contentType: "text/javascript", body }));
  const html = '<!doctype html><script type="module" src="/reads.js"></script>';
  await page.route(`${ORIGIN}/`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => "open" in globalThis);
  return page;
}

/** Runs in the page: `reads` of the build, then the steps all at once, in their order; gives what is found then. */
function afterSteps(page: Page, steps: readonly Step[], keys: readonly string[]): Promise<unknown[]> {
  return page.evaluate(
    async ([given, wanted]) => {
      const { open } = globalThis as unknown as { open: (build: string) => KeptReads };
      const reads = open("build");
      const run = ([name, value]: Step): Promise<void> =>
        name === "belongTo"
          ? reads.belongTo(value)
          : reads.keep({ key: value ?? "", data: value, at: Date.now() } satisfies KeptRead);
      await Promise.all(given.map(run));
      return await Promise.all(wanted.map(async (key) => (await reads.find(key))?.data ?? null));
    },
    [steps, keys] as const,
  );
}

type Step = readonly ["belongTo" | "keep", string | null];

test("what is read while the browser learns whose it is stays kept; what was another's is gone", async () => {
  const page = await openReads();
  expect(
    await afterSteps(
      page,
      [
        ["belongTo", "anne"],
        ["keep", "hers"],
      ],
      ["hers"],
    ),
  ).toEqual(["hers"]);
  expect(
    await afterSteps(
      page,
      [
        ["belongTo", "anne"],
        ["keep", "more"],
      ],
      ["hers", "more"],
    ),
  ).toEqual(["hers", "more"]);
  expect(
    await afterSteps(
      page,
      [
        ["belongTo", "bob"],
        ["keep", "his"],
      ],
      ["hers", "more", "his"],
    ),
  ).toEqual([null, null, "his"]);
  expect(await afterSteps(page, [["belongTo", null]], ["his"])).toEqual([null]);
  await page.context().close();
});
