import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import type { Role } from "../../../shared/permissions.ts";

/** What the sign-in page's buttons of the demonstration say. */
const ENTER_AS: Readonly<Record<Role, string>> = {
  manager: "Entrer comme gestionnaire",
  kitchen: "Entrer comme cuisine",
  official: "Entrer comme élue",
  administrator: "Entrer comme administratrice",
  legumerie: "Entrer comme opératrice de légumerie",
};
const WAITING = '[aria-busy="true"], .mantine-Skeleton-root, [data-loading="true"]';
const PATIENCE_MS = 30_000;
const SLOWER = 4;

export interface Size {
  width: number;
  height: number;
}

export const DESKTOP: Size = { width: 1366, height: 900 };

type StoredSession = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Opens pages of one site, signed in once a role. */
export interface Opener {
  /** A page of its own; the caller closes its context. `as` null: nobody. `cold`: nothing was fetched in it before. */
  open(as: Role | null, given?: { origin?: string; cold?: boolean }): Promise<Page>;
}

export function openerOf(browser: Browser, origin: string): Opener {
  const sessions = new Map<Role, StoredSession>();
  async function blank(storageState?: StoredSession, at = origin): Promise<Page> {
    const context = await browser.newContext({
      baseURL: at,
      viewport: DESKTOP,
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
      ...(storageState === undefined ? {} : { storageState }),
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }
  return {
    async open(as, { origin: at, cold = false } = {}) {
      if (as === null) return blank(undefined, at);
      const known = sessions.get(as);
      if (known !== undefined) return blank(known, at);
      if (cold) {
        const first = await this.open(as);
        await first.context().close();
        return blank(sessions.get(as), at);
      }
      const page = await blank(undefined, at);
      await page.goto("/connexion");
      await page.getByRole("button", { name: ENTER_AS[as], exact: true }).click();
      await page.waitForURL((url) => !["/connexion", "/"].includes(url.pathname));
      await settle(page);
      sessions.set(as, await page.context().storageState());
      return page;
    },
  };
}

/** The page has its heading and waits for nothing. */
export async function settle(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  const end = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < 3; ) {
    if (Date.now() > end) throw new Error(`${page.url()} is still waiting for an answer`);
    await page.waitForTimeout(50);
    calm = (await page.locator(WAITING).count()) === 0 ? calm + 1 : 0;
  }
}

/** The processor of a cheap laptop: every script four times slower. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return session;
}
