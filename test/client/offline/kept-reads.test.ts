import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeptRead, KeptReads } from "../../../client/offline/kept-reads.ts";
import { launchChromium } from "../../support/chromium.ts";

/** The module and what it imports, by the address of each in the page. */
const FILES = { "/reads.js": "offline/kept-reads.ts", "/when-idle.ts": "when-idle.ts" };
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
  for (const [address, file] of Object.entries(FILES)) {
    const source = await readFile(new URL(`../../../client/${file}`, import.meta.url), "utf8");
    const body = stripTypeScriptTypes(source);
    await page.route(ORIGIN + address, (route) => route.fulfill({ contentType: "text/javascript", body }));
  }
  const script = 'import { indexedDbReads } from "/reads.js"; globalThis.open = indexedDbReads;';
  const html = `<!doctype html><script type="module">${script}</script>`;
  await page.route(`${ORIGIN}/`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => "open" in globalThis);
  return page;
}

/** Runs in the page: the steps all at once, in their order, then it is left; gives what another page finds. */
function afterSteps(page: Page, steps: readonly Step[], keys: readonly string[]): Promise<unknown[]> {
  return page.evaluate(
    async ([given, wanted]) => {
      const { open } = globalThis as unknown as { open: (build: string) => KeptReads };
      const reads = open("build");
      const run = ([name, value]: Step): Promise<void> | void =>
        name === "belongTo"
          ? reads.belongTo(value)
          : reads.keep({ key: value ?? "", data: value, at: Date.now() } satisfies KeptRead);
      const running = given.map(run);
      // Left at once: what waited for an idle instant is written.
      dispatchEvent(new Event("pagehide"));
      await Promise.all(running);
      const again = open("build");
      return await Promise.all(wanted.map(async (key) => (await again.find(key))?.data ?? null));
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

test("what one person read and is not written yet is not the next one's", async () => {
  const page = await openReads();
  await afterSteps(page, [["belongTo", "anne"]], []);
  const steps = [
    ["keep", "hers"],
    ["belongTo", "bob"],
  ] as const;
  expect(await afterSteps(page, steps, ["hers"])).toEqual([null]);
  await page.context().close();
});
