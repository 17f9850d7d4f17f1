import type { CDPSession, Page } from "playwright-core";
import { askProcedure, chosenCanteen } from "../../e2e/ask.ts";
import type { InteractionTimes } from "./interactions.ts";
import {
  drainInteractions,
  interactionTimes,
  spreadOf,
  threadMilliseconds,
  watchInteractions,
} from "./interactions.ts";
import type { Opener } from "./session.ts";
import { settle, slowDown } from "./session.ts";

/** What a manager types for each line of a delivery note: article, quantity, price; and what it comes to, in cents. */
const LINES = [
  { article: "bett", quantity: "12,5", price: "1,45", cents: 1813 },
  { article: "auber", quantity: "8", price: "2,30", cents: 1840 },
  { article: "broco", quantity: "10", price: "2,15", cents: 2150 },
  { article: "fenou", quantity: "6,5", price: "1,95", cents: 1268 },
  { article: "kiwi", quantity: "15", price: "2,60", cents: 3900 },
  { article: "nave", quantity: "9", price: "1,20", cents: 1080 },
  { article: "pana", quantity: "7", price: "1,80", cents: 1260 },
  { article: "rhub", quantity: "4", price: "3,10", cents: 1240 },
  { article: "ruta", quantity: "11", price: "1,10", cents: 1210 },
  { article: "topin", quantity: "5", price: "2,05", cents: 1025 },
] as const;
const SUPPLIER = "nord p";

export interface EntryFigures {
  keys: number;
  /** Whether the order was kept with its ten amounts. */
  kept: boolean;
  times: Record<Task, InteractionTimes>;
  /** Work of the page's thread for each key, milliseconds: what a time comes to when nothing else runs. */
  work: Record<Task, ReturnType<typeof spreadOf>>;
}

type Task = "supplier" | "article" | "choose" | "number" | "move" | "validate";

/** A ten-line order by keyboard alone on a slow computer: its keys, and how long each kind of key takes. */
export async function measureEntry(opener: Opener): Promise<EntryFigures> {
  const page = await opener.open("manager");
  await watchInteractions(page);
  await page.goto("/saisie");
  await settle(page);
  const hands = new Hands(page, await slowDown(page));
  await hands.press("move", "Tab");
  await hands.type("supplier", todayTyped());
  await hands.press("move", "Shift+Tab");
  await hands.type("supplier", SUPPLIER);
  await hands.press("choose", "Enter");
  await page.getByRole("grid").and(page.locator(":focus")).waitFor();
  await settle(page);
  for (const { article, quantity, price } of LINES) {
    await hands.type("article", article);
    await hands.press("choose", "Enter");
    await hands.type("number", quantity);
    await hands.press("move", "Tab", "Tab");
    await hands.type("number", price);
    await hands.press("move", "Enter");
  }
  await page.getByText("Aucune erreur").waitFor();
  await hands.press("validate", "Control+Enter");
  await page.getByText("Commande enregistrée").waitFor();
  await settle(page);
  const kept = await isKept(page);
  await page.context().close();
  return { keys: hands.keys, kept, times: hands.times(), work: hands.work() };
}

/** The most keys of any run, and of each task the run whose longest interaction is the shortest. At least one run. */
export function bestOf(runs: readonly EntryFigures[]): EntryFigures {
  const [first, ...others] = runs;
  if (first === undefined) throw new Error("There is at least one run.");
  return others.reduce((best, run) => {
    const times = { ...best.times };
    const work = { ...best.work };
    for (const task of Object.keys(times) as Task[])
      if ((run.times[task].inp ?? 0) < (times[task].inp ?? 0)) {
        times[task] = run.times[task];
        work[task] = run.work[task];
      }
    return { keys: Math.max(best.keys, run.keys), kept: best.kept && run.kept, times, work };
  }, first);
}

/** Presses keys, counts them, and sorts what they cost by task. */
class Hands {
  keys = 0;
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #work = new Map<Task, number[]>();
  readonly #events = new Map<Task, Awaited<ReturnType<typeof drainInteractions>>>();

  constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  async type(task: Task, text: string): Promise<void> {
    for (const letter of text) {
      await this.#measure(task, () => this.#page.keyboard.type(letter));
    }
  }

  async press(task: Task, ...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.#measure(task, () => this.#page.keyboard.press(name));
    }
  }

  times(): EntryFigures["times"] {
    const of = (task: Task) => interactionTimes(this.#events.get(task) ?? []);
    return {
      supplier: of("supplier"),
      article: of("article"),
      choose: of("choose"),
      number: of("number"),
      move: of("move"),
      validate: of("validate"),
    };
  }

  /** Work of the page's thread for each key of a task, milliseconds. */
  work(): Record<Task, ReturnType<typeof spreadOf>> {
    const of = (task: Task) => spreadOf(this.#work.get(task) ?? []);
    return {
      supplier: of("supplier"),
      article: of("article"),
      choose: of("choose"),
      number: of("number"),
      move: of("move"),
      validate: of("validate"),
    };
  }

  async #measure(task: Task, press: () => Promise<void>): Promise<void> {
    this.keys += 1;
    const before = await threadMilliseconds(this.#session);
    await press();
    const found = await drainInteractions(this.#page);
    const spent = (await threadMilliseconds(this.#session)) - before;
    this.#events.set(task, [...(this.#events.get(task) ?? []), ...found]);
    this.#work.set(task, [...(this.#work.get(task) ?? []), spent]);
  }
}

/** « 0511 »: today as a person types it. */
function todayTyped(): string {
  const [, month, day] = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" }).split("-");
  return `${day}${month}`;
}

async function isKept(page: Page): Promise<boolean> {
  const canteenId = await chosenCanteen(page);
  const found = (await askProcedure(page, "orders.list", {
    canteenId,
    supplierId: null,
    status: null,
    from: null,
    to: null,
    search: "",
    page: 0,
    pageSize: 5,
  })) as { orders: { id: string }[] };
  const wanted = LINES.map(({ cents }) => cents).join();
  for (const { id } of found.orders) {
    const order = (await askProcedure(page, "orders.get", { canteenId, orderId: id })) as {
      order: { lines: { amountHtCents: number }[] };
    };
    if (order.order.lines.map((line) => line.amountHtCents).join() === wanted) return true;
  }
  return false;
}
