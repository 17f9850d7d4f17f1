import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openVisit, settled, signIn } from "./visit.ts";

/** Directive by directive. */
function readPolicy(header: string): Record<string, string[]> {
  return Object.fromEntries(
    header.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

async function openWatched(page: Page, address: string): Promise<Record<string, string[]>> {
  const answer = await page.goto(address);
  await settled(page);
  return readPolicy((await answer?.allHeaders())?.["content-security-policy"] ?? "");
}

test("the policy lets our own files run, styles by a nonce of this page, and nothing inline", async () => {
  const { page } = await openVisit(inject("demoOrigin"));
  const policy = await openWatched(page, "/connexion");
  const again = await openWatched(page, "/connexion");
  expect(policy["default-src"]).toEqual(["'self'"]);
  expect(policy["script-src"]).toEqual(["'self'"]);
  expect(policy["style-src"]).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/=]{20,}'$/)]);
  expect(policy["object-src"]).toEqual(["'none'"]);
  expect(policy["base-uri"]).toEqual(["'none'"]);
  expect(policy["frame-ancestors"]).toEqual(["'none'"]);
  expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|https?:|data:/);
  expect(again["style-src"]).not.toEqual(policy["style-src"]);
});

test("the browser holds to it: inline scripts, handlers, evaluated text and inline styles do nothing", async () => {
  const { page } = await openVisit(inject("demoOrigin"));
  // A page that nobody watches: the violations that are provoked are complaints of the browser.
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: inject("demoOrigin") });
  const tried = await context?.newPage();
  if (context === undefined || tried === undefined) throw new Error("No page to try.");
  try {
    await tried.goto("/connexion");
    await tried.locator("h1").waitFor();
    const found = await tried.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        violated.push(event.effectiveDirective),
      );
      const ran: string[] = [];
      Object.assign(window, { note: (what: string) => ran.push(what) });
      const script = document.createElement("script");
      script.textContent = "window.note('script')";
      const style = document.createElement("style");
      style.textContent = "h1 { color: rgb(1, 2, 3) }";
      const host = document.createElement("div");
      host.innerHTML = `<img src="/missing.png" onerror="window.note('handler')"><a href="javascript:window.note('link')">x</a>`;
      document.body.append(script, style, host);
      host.querySelector("a")?.click();
      // Later: what the debugger itself runs at once may evaluate text.
      await new Promise((resolve) => setTimeout(resolve, 500));
      let evaluated = "refused";
      try {
        evaluated = String(new Function("return 1")());
      } catch {
        // As it must be.
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      const heading = document.querySelector("h1");
      const color = heading === null ? "" : getComputedStyle(heading).color;
      return { violated: [...new Set(violated)].sort(), ran, evaluated, color };
    });
    expect(found.ran).toEqual([]);
    expect(found.evaluated).toBe("refused");
    expect(found.color).not.toBe("rgb(1, 2, 3)");
    expect(found.violated).toEqual(["script-src", "script-src-attr", "script-src-elem", "style-src-elem"]);
  } finally {
    await context.close();
  }
});

test("no page of a person's day breaks it", async () => {
  const { page } = await openVisit(inject("demoOrigin"));
  const violated: string[] = [];
  await page.exposeFunction("noteViolation", (what: string) => void violated.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      const { noteViolation } = window as unknown as { noteViolation: (what: string) => void };
      noteViolation(`${effectiveDirective} ${blockedURI}`);
    });
  });
  await signIn(page, "administrator");
  for (const address of ["/territoire", "/territoire/carte", "/saisie", "/reglages", "/compte"]) {
    await page.goto(address);
    await settled(page);
    const bare = await page.locator("style:not([nonce])").count();
    expect([address, bare]).toEqual([address, 0]);
  }
  expect(violated).toEqual([]);
});
