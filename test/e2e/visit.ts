import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type {
  Browser,
  BrowserContextOptions,
  ConsoleMessage,
  Cookie,
  Page,
  Request,
  Response,
} from "playwright-core";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import type { Role } from "../../shared/permissions.ts";
import { launchChromium } from "../support/chromium.ts";

export const DESKTOP = { width: 1366, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What the sign-in page's buttons say. */
export const ENTER_AS: Readonly<Record<Role, string>> = {
  manager: "Entrer comme gestionnaire",
  kitchen: "Entrer comme cuisine",
  official: "Entrer comme élue",
  administrator: "Entrer comme administratrice",
  legumerie: "Entrer comme opératrice de légumerie",
};

/** Only for what hangs: no story fails because the machine is slow. */
const PATIENCE_MS = 60_000;
/** Characters printed of a page that a test failed on. */
const MOST_WORDS = 1_500;
const WAITING = '[aria-busy="true"], .mantine-Skeleton-root, [data-loading="true"]';
/** What the browser's driver says of the service worker of a visit that has none. */
const BLOCKED_WORKER = "Service Worker registration blocked";
/** Requests of each page that have no answer yet. */
const onTheirWay = new WeakMap<Page, Set<Request>>();

/** Apart: what keeps pages for later, in the browser that people have; what does not, in one that costs half of it. */
const browsers = new Map<"whole" | "light", Promise<Browser>>();
afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
});

/** A page of one person, watched: anything the browser complains about fails the test. */
export interface Visit {
  page: Page;
  /** A refusal that belongs to the story: its procedure or address, and its status; 0: no answer at all. */
  expectRefusal(address: string, status: number): void;
}

interface Opening {
  size?: { width: number; height: number };
  locale?: string;
  session?: string;
  /** The page is kept for when the server is away; off: what a test sees is the server's. */
  serviceWorker?: boolean;
}

/** A browser context of its own, closed with the test, which fails if the page complained. */
export async function openVisit(origin: string, opening: Opening = {}): Promise<Visit> {
  const { visit, watch } = await openWatched(origin, opening);
  const { page } = visit;
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await keepSight(page, task.name);
    await page.context().close();
    expect(watch.takeComplaints()).toEqual([]);
  });
  return visit;
}

async function openWatched(origin: string, opening: Opening): Promise<{ visit: Visit; watch: Watch }> {
  const kind = opening.serviceWorker === true ? "whole" : "light";
  const browser = browsers.get(kind) ?? launchChromium(kind);
  browsers.set(kind, browser);
  const options: BrowserContextOptions = {
    baseURL: origin,
    viewport: opening.size ?? DESKTOP,
    locale: opening.locale ?? "fr-FR",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
    acceptDownloads: true,
    serviceWorkers: opening.serviceWorker === true ? "allow" : "block",
    ...(opening.session === undefined ? {} : { storageState: opening.session }),
  };
  const context = await (await browser).newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const watch = watchPage(page);
  return { visit: { page, expectRefusal: watch.expectRefusal }, watch };
}

function sessionFile(role: Role): string {
  return join(inject("sessionFolder"), `${role}.json`);
}

interface Kept {
  visit: Visit;
  watch: Watch;
  /** Null: nobody's. */
  session: string | null;
}

/** Pages that stay open from one visit to the next, by whose they are. */
const kept = new Map<string, Kept>();

/**
 * As `visitAs` (null: nobody), in a page that the next look of the same person finds open, with its scripts already
 * compiled and nothing of what was done in it. What it complained about fails the test, which then closes it.
 */
export async function lookAs(role: Role | null): Promise<Visit> {
  const key = role ?? "nobody";
  const one = kept.get(key) ?? (await openToKeep(role));
  kept.set(key, one);
  onTestFinished(async ({ task }) => {
    const complaints = one.watch.takeComplaints();
    if (task.result?.state === "fail" || complaints.length > 0) {
      if (task.result?.state === "fail") await keepSight(one.visit.page, task.name);
      kept.delete(key);
      await one.visit.page.context().close();
    } else await forgetDone(one);
    expect(complaints).toEqual([]);
  });
  return one.visit;
}

async function openToKeep(role: Role | null): Promise<Kept> {
  const origin = inject("demoOrigin");
  if (role === null) return { ...(await openWatched(origin, {})), session: null };
  const session = sessionFile(role);
  // Signed in by a visit of its own, closed with this test; the page to keep takes its session.
  if (!(await exists(session))) await visitAs(role);
  return { ...(await openWatched(origin, { session })), session };
}

/** The page as it was opened: drafts, choices, cookies and what waited in it are gone. */
async function forgetDone({ visit: { page }, session }: Kept): Promise<void> {
  const context = page.context();
  await page.evaluate(() => sessionStorage.clear());
  // A place without scripts, and of the same origin: elsewhere, the browser would start a new process to come back.
  await page.goto("/icon.svg");
  const developer = await context.newCDPSession(page);
  await developer.send("Storage.clearDataForOrigin", {
    origin: inject("demoOrigin"),
    storageTypes: "all",
  });
  await developer.detach();
  await context.clearCookies();
  if (session !== null) {
    const state: { cookies: Cookie[] } = JSON.parse(await readFile(session, "utf8"));
    await context.addCookies(state.cookies);
  }
}

/** Signs in through the real page the first time, then with the session it gave. */
export async function visitAs(role: Role, opening: Opening = {}): Promise<Visit> {
  const origin = inject("demoOrigin");
  const session = sessionFile(role);
  if (await exists(session)) return openVisit(origin, { ...opening, session });
  const visit = await openVisit(origin, opening);
  await signIn(visit.page, role);
  await visit.page.context().storageState({ path: session });
  return visit;
}

/** By the button of the demonstration on the sign-in page; resolves on the role's own screen. */
export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto("/connexion");
  await page.getByRole("button", { name: ENTER_AS[role], exact: true }).click();
  await page.waitForURL((url) => !["/connexion", "/"].includes(url.pathname));
  await settled(page);
}

/** The page has its heading and waits for nothing: no request on its way, no skeleton, nothing refreshing. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  const end = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < 3; ) {
    if (Date.now() > end) throw new Error(`${page.url()} is still waiting for an answer`);
    await page.waitForTimeout(50);
    const waiting = (onTheirWay.get(page)?.size ?? 0) + (await page.locator(WAITING).count());
    calm = waiting === 0 ? calm + 1 : 0;
  }
}

interface Watch {
  /** What was complained about since they were last taken, without what was expected meanwhile. */
  takeComplaints(): string[];
  expectRefusal(address: string, status: number): void;
}

function watchPage(page: Page): Watch {
  const heard: { text: string; address: string; status: number }[] = [];
  const expected: { address: string; status: number }[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (message.text().startsWith(BLOCKED_WORKER)) return;
    const status = Number(/status of (\d+)/.exec(message.text())?.[1] ?? 0);
    heard.push({ text: `console: ${message.text()}`, address: message.location().url, status });
  });
  page.on("pageerror", (error) => heard.push({ text: `error: ${error.message}`, address: "", status: 0 }));
  const open = new Set<Request>();
  onTheirWay.set(page, open);
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request: Request) => {
    open.delete(request);
    const why = request.failure()?.errorText ?? "";
    // Left or typed over before the answer came.
    if (why !== "net::ERR_ABORTED") heard.push({ text: `failed: ${why}`, address: request.url(), status: 0 });
  });
  page.on("response", (response: Response) => {
    const status = response.status();
    if (status >= 400) heard.push({ text: `answered ${status}`, address: response.url(), status });
  });
  return {
    expectRefusal: (address, status) => expected.push({ address, status }),
    takeComplaints() {
      const unexpected = heard
        .splice(0)
        .filter(
          ({ address, status }) =>
            !expected.some((one) => one.status === status && address.includes(one.address)),
        );
      expected.length = 0;
      return unexpected.map(({ text, address }) => `${text} ${address}`);
    },
  };
}

/** What the page of a failed test says, for who has only what was printed; its picture where E2E_SCREENSHOTS says. */
async function keepSight(page: Page, name: string): Promise<void> {
  const words = await page.locator("body").innerText({ timeout: 1_000 }).catch(String);
  console.log(`${name}, at ${page.url()}:\n${words.slice(0, MOST_WORDS)}`);
  const folder = process.env.E2E_SCREENSHOTS;
  if (folder === undefined) return;
  await page.screenshot({
    path: join(folder, `${name.replaceAll(/\W+/g, "-")}-${Date.now()}.png`),
    fullPage: true,
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
