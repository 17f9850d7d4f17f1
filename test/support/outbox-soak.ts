import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import {
  changeQuantity,
  countWaiting,
  enterKitchen,
  keptForLater,
  listWaiting,
  typeOrder,
} from "../e2e/type-order.ts";
import { launchChromium } from "./chromium.ts";
import type { Fault } from "./fault-proxy.ts";
import type { SmallKitchen } from "./small-kitchen.ts";
import { startKitchen } from "./small-kitchen.ts";

/** What a run of random orders and faults ended with. */
export interface OutboxSoak {
  seed: number;
  runs: number;
  orders: number;
  /** Orders that the server does not have as they were typed last. */
  lost: number;
  /** Orders that the server has more than once. */
  duplicated: number;
  /** Orders that came back refused, though nobody else had changed them. */
  refused: number;
  faults: Partial<Record<Fault | Blow, number>>;
  /** One line for each that is not as it must be, with its run. */
  wrong: string[];
}

/** What happens to a page or to the server besides the network's faults. */
type Blow = "offline" | "reload" | "reload at once" | "reload before" | "crash" | "none yet";

interface Typed {
  run: number;
  article: string;
  kg: number;
}

const FAULTS: readonly Fault[] = [
  "none",
  "refuse",
  "hang",
  "cut-answer",
  "cut-inside",
  "slow",
  "bad-gateway",
];
const BLOWS: readonly Blow[] = [
  "none yet",
  "none yet",
  "reload",
  "reload at once",
  "reload before",
  "offline",
  "crash",
];
const HEAL_MS = 60_000;

/** Two tabs of one browser enter orders, edit and reload while the way to a real server fails as the seed says. */
export async function soakOutbox(given: {
  seed: number;
  runs: number;
  note: (line: string) => void;
}): Promise<OutboxSoak> {
  const { seed, runs, note } = given;
  const kitchen = await startKitchen();
  const browser = await launchChromium();
  const result: OutboxSoak = {
    seed,
    runs,
    orders: 0,
    lost: 0,
    duplicated: 0,
    refused: 0,
    faults: {},
    wrong: [],
  };
  try {
    const context = await browser.newContext({
      baseURL: kitchen.proxy.origin,
      timezoneId: "Europe/Paris",
      viewport: { width: 1366, height: 900 },
      reducedMotion: "reduce",
      serviceWorkers: "allow",
    });
    const tabs = await openTabs(context, kitchen);
    const typed: Typed[] = [];
    for (let run = 0; run < runs; run++) {
      const random = randomOf(seed + run);
      const storm = { random, kitchen, context, tabs, faults: result.faults };
      typed.push(...(await stormOf(run, storm).catch((error: unknown) => stopped(error, seed + run, tabs))));
      await heal(kitchen, context, tabs);
      if ((run + 1) % 10 === 0) note(`${run + 1} runs, ${typed.length} orders`);
    }
    result.orders = typed.length;
    result.refused = await countWaiting(tabs[0]);
    await judge(kitchen, typed, result);
    return result;
  } finally {
    await browser.close();
    await kitchen.stop();
  }
}

type Tabs = readonly [Page, Page];

interface Storm {
  random: () => number;
  kitchen: SmallKitchen;
  context: BrowserContext;
  tabs: Tabs;
  faults: OutboxSoak["faults"];
}

async function openTabs(context: BrowserContext, kitchen: SmallKitchen): Promise<Tabs> {
  const tabs: Tabs = [await context.newPage(), await context.newPage()];
  await enterKitchen(tabs[0], kitchen.session);
  for (const tab of tabs) {
    await tab.goto("/saisie");
    await ready(tab);
    await keptForLater(tab);
  }
  return tabs;
}

/** Said with what both tabs show and hold: the same seed does not fail again on every machine. */
async function stopped(error: unknown, seed: number, tabs: Tabs): Promise<never> {
  const seen = await Promise.all(tabs.map((tab) => seenIn(tab).catch((reason) => String(reason))));
  const said = error instanceof Error ? error.message : String(error);
  throw new Error(`Seed ${seed}: ${said}\n${JSON.stringify(seen, null, 1)}`, { cause: error });
}

async function seenIn(tab: Page): Promise<unknown> {
  return {
    url: tab.url(),
    text: await tab.locator("main").innerText(),
    kept: await tab.evaluate(() => Object.entries(localStorage)),
    waiting: await listWaiting(tab),
  };
}

/** One to three orders, each by either tab, each under its own fault. */
async function stormOf(run: number, storm: Storm): Promise<Typed[]> {
  const { random, kitchen, context, tabs, faults } = storm;
  const typed: Typed[] = [];
  const count = 1 + Math.floor(random() * 3);
  for (let index = 0; index < count; index++) {
    const tab = pick(tabs, random);
    const order = { run, article: `Essai ${run}/${index}`, kg: 1 + Math.floor(random() * 900) };
    await typeOrder(tab, order);
    const fault = pick(FAULTS, random);
    const blow = pick(BLOWS, random);
    for (const each of [fault, blow]) faults[each] = (faults[each] ?? 0) + 1;
    kitchen.proxy.set(fault);
    if (blow === "offline") await context.setOffline(true);
    if (random() < 0.4) {
      await tab.getByRole("button", { name: "Enregistrer le brouillon" }).click();
      if (random() < 0.5) await sleep(random() * 1_500);
      if (random() < 0.3) kitchen.proxy.set(pick(FAULTS, random));
      order.kg += 1;
      await changeQuantity(tab, String(order.kg));
    }
    typed.push(order);
    if (blow === "reload before") await openAgain(tab, order);
    await tab.keyboard.press("Control+Enter");
    await strike(blow, tab, storm);
    await validateDrafts(tab);
  }
  return typed;
}

/** Reloaded while it is typed, the order is there as it was typed last. */
async function openAgain(tab: Page, { article, kg }: Typed): Promise<void> {
  await tab.reload();
  await ready(tab);
  await tab.getByRole("gridcell", { name: article }).first().waitFor();
  await tab
    .getByRole("gridcell", { name: String(kg), exact: true })
    .first()
    .waitFor();
  await tab.getByRole("grid").focus();
}

/** What happens once the order is validated. */
async function strike(blow: Blow, tab: Page, { random, kitchen, context }: Storm): Promise<void> {
  if (blow === "reload at once") await sleep(random() * 300);
  else await told(tab);
  if (blow === "crash") {
    await kitchen.site.crash();
    await sleep(random() * 1_000);
    await kitchen.restart();
  }
  if (blow === "reload" || blow === "reload at once") await tab.reload();
  if (blow === "offline") await context.setOffline(false);
  await ready(tab);
}

/** The page says where the order is and has opened the next one. */
async function told(tab: Page): Promise<void> {
  const status = tab.locator('[role="status"][data-phase]');
  await tab
    .locator('[role="status"][data-phase="none"][data-dirty="false"]')
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(`The page still says « ${await status.innerText()} ».`, { cause: error });
    });
}

async function ready(tab: Page): Promise<void> {
  await tab.getByRole("grid").waitFor();
}

/** What a reload left as a draft is there again: the person validates it. */
async function validateDrafts(tab: Page): Promise<void> {
  while ((await tab.evaluate(countDrafts)) > 0) {
    await tab.goto("/saisie");
    await ready(tab);
    await tab
      .getByRole("gridcell", { name: /^Essai / })
      .first()
      .waitFor();
    await tab.getByRole("grid").focus();
    await tab.keyboard.press("Control+Enter");
    await told(tab);
  }
}

function countDrafts(): number {
  return Object.keys(localStorage).filter((key) => key.startsWith("bonnepart.draft.")).length;
}

/** Everything works again, and everything that waits has left. */
async function heal(kitchen: SmallKitchen, context: BrowserContext, tabs: Tabs): Promise<void> {
  kitchen.proxy.set("none");
  await context.setOffline(false);
  const late = Date.now() + HEAL_MS;
  while (Date.now() < late) {
    const waiting = await countWaiting(tabs[0]);
    if (waiting === 0 || (await tabs[0].getByRole("button", { name: /refusée/ }).count()) > 0) return;
    for (const tab of tabs) await tab.evaluate(() => window.dispatchEvent(new Event("online")));
    await sleep(200);
  }
}

async function judge(kitchen: SmallKitchen, typed: readonly Typed[], result: OutboxSoak): Promise<void> {
  const found = Map.groupBy(
    (await kitchen.orders()).flatMap(({ lines }) => lines),
    ({ description }) => description,
  );
  for (const { run, article, kg } of typed) {
    const kilos = (found.get(article) ?? []).map(({ quantityMilli }) => (quantityMilli ?? 0) / 1000);
    if (kilos.length > 1) result.duplicated += 1;
    if (!kilos.includes(kg)) result.lost += 1;
    if (kilos.length !== 1 || kilos[0] !== kg)
      result.wrong.push(
        `run ${run} (seed ${result.seed + run}): ${article}, ${kg} kg, found ${kilos.join(" + ")}`,
      );
  }
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("There is nothing to choose from.");
  return value;
}

/** Mulberry32: the same seed gives the same storm. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
