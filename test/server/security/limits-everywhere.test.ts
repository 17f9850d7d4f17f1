import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../../server/app-error.ts";
import { FILE_ROUTES } from "../../../server/file-routes.ts";
import { createHttpApp } from "../../../server/http.ts";
import { appRouter } from "../../../server/router.ts";
import type { RateLimitName, RateLimits } from "../../../server/security/rate-limits.ts";
import { serveForTests } from "../../support/served.ts";
import { serverDependencies } from "../../support/server-dependencies.ts";
import type { TestWeb } from "../../support/web.ts";
import { appCodeOf, startWeb, Visitor } from "../../support/web.ts";

const served = serveForTests();

/** Refuses what these names count, and writes down what was counted. */
function refusing(names: readonly RateLimitName[]): RateLimits & { counted: RateLimitName[] } {
  const counted: RateLimitName[] = [];
  return {
    counted,
    async consume(name) {
      counted.push(name);
      if (names.includes(name)) throw new AppError("TOO_MANY_REQUESTS", { waitSeconds: 7 });
    },
    forget: async () => undefined,
  };
}

/** What Express keeps of a router, read as it is: its types tell nothing of it. */
interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

function routesIn(stack: readonly Layer[]): { method: string; path: string }[] {
  return stack.flatMap(({ route, handle }) => [
    ...(route === undefined
      ? []
      : Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path: route.path }))),
    ...routesIn(handle?.stack ?? []),
  ]);
}

describe("every procedure", () => {
  const procedures = Object.entries<{ _def: { type: string } }>(Object(appRouter._def.procedures));
  const limits = refusing(["read", "write"]);
  let web: TestWeb;
  beforeAll(async () => {
    web = await startWeb(served.opened, { limits });
  });
  afterAll(() => web.stop());

  test.each(
    procedures.map(([path, { _def }]) => [path, _def.type]),
  )("%s is counted before it does anything", async (path, type) => {
    limits.counted.length = 0;
    const visitor = new Visitor(web);
    const answer = type === "mutation" ? await visitor.mutate(path) : await visitor.query(path);
    if (type === "subscription") expect(answer.text).toContain("TOO_MANY_REQUESTS");
    else expect([answer.status, appCodeOf(answer)]).toEqual([429, "TOO_MANY_REQUESTS"]);
    expect(limits.counted).toEqual(["request", type === "mutation" ? "write" : "read"]);
  });
});

describe("every route", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "bonnepart-limits-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "index.html"), "<!doctype html>");
  });

  function enumerate(): { method: string; path: string }[] {
    const app = createHttpApp(
      serverDependencies(served.opened, { limits: refusing([]), clientFolder: folder }),
    );
    return routesIn((app as unknown as { router: { stack: Layer[] } }).router.stack);
  }

  test("is known: health, public pages, files, and the client's pages", () => {
    const routes = enumerate().map(({ method, path }) => `${method} ${path}`);
    expect(routes).toEqual([
      "GET /health",
      "GET /ready",
      "GET /metrics",
      "GET /:token",
      "GET /:token/cadre",
      expect.stringMatching(/^GET \/:token\/\w+\.png$/),
      ...FILE_ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
      "GET /index.html",
      "GET /{*path}",
    ]);
  });

  test("is refused, before its own work, to a network that asks too much", async () => {
    const limits = refusing(["request"]);
    const web = await startWeb(served.opened, { limits, clientFolder: folder });
    try {
      const asked = [
        ...enumerate().flatMap(({ method, path }) =>
          ["", "/p", "/files"].map((base) => ({ method, path: `${base}${path.replace("{*path}", "page")}` })),
        ),
        { method: "GET", path: "/assets/missing.js" },
        { method: "POST", path: "/trpc/session.signIn" },
        { method: "PUT", path: "/nowhere" },
      ];
      for (const { method, path } of asked) {
        const answer = await web.ask(path, { method });
        expect([path, answer.status, answer.headers["retry-after"]]).toEqual([path, 429, "7"]);
        expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
      }
      expect(limits.counted).toEqual(asked.map(() => "request"));
    } finally {
      await web.stop();
    }
  });

  test.each(
    FILE_ROUTES.map(({ method, path }) => [method, path] as const),
  )("files: %s %s is counted by person or network", async (method, path) => {
    const limits = refusing(["read", "write"]);
    const web = await startWeb(served.opened, { limits });
    try {
      const answer = await new Visitor(web).send(`/files${path}`, { method: method.toUpperCase() });
      expect(answer.status).toBe(429);
      expect(limits.counted).toEqual(["request", method === "post" ? "write" : "read"]);
    } finally {
      await web.stop();
    }
  });

  test("public pages are counted apart, by network", async () => {
    const limits = refusing(["publicPage"]);
    const web = await startWeb(served.opened, { limits });
    try {
      for (const path of ["/p/x", "/p/x/cadre"]) expect((await web.ask(path)).status).toBe(429);
      expect(limits.counted).toEqual(["request", "publicPage", "request", "publicPage"]);
    } finally {
      await web.stop();
    }
  });
});
