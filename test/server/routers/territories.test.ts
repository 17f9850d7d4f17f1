import { beforeAll, expect, test } from "vitest";
import { insertCommunes } from "../../../db/queries/communes.ts";
import { insertTerritories } from "../../../db/queries/territories.ts";
import type { AppContext } from "../../../server/context.ts";
import { createMetrics } from "../../../server/metrics/metrics.ts";
import { territoriesRouter } from "../../../server/routers/territories.ts";
import { memoryRateLimits } from "../../../server/security/rate-limits.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { EngineFixture } from "../../support/engines.ts";
import { describeOnEngines } from "../../support/engines.ts";

const USER = {
  id: "0190a000-0000-7000-8000-000000000001",
  name: "Ana",
  email: "ana@example.fr",
  locale: "fr",
} as const;

function contextOf(on: EngineFixture, user: AppContext["user"]): AppContext {
  const { db, reader, engine } = on;
  const userId = user?.id ?? null;
  return {
    action: { db, reader, engine, now: "2026-03-02T08:00:00.000Z", today: "2026-03-02", userId },
    user,
    grants: [],
    visibleCanteenIds: async () => [],
    session: { tokenHash: null, set() {}, clear() {} },
    limits: memoryRateLimits(),
    address: "192.0.2.1",
    origin: "http://localhost",
    device: { browser: null, system: null },
    requestId: "request",
    reportBug: () => undefined,
    noteWrite: async () => undefined,
    writtenOnce: (answer) => answer,
    batched: false,
    demoAccounts: [],
    importMaxBytes: 0,
    metrics: createMetrics(),
  };
}

describeOnEngines("territories router", (on) => {
  const createCaller = createCallerFactory(territoriesRouter);

  beforeAll(async () => {
    await insertTerritories(on.db, [{ code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" }]);
    await insertCommunes(on.db, [
      {
        code: "62041",
        name: "Arras",
        epci: null,
        departement: "62",
        region: "32",
        postcodes: ["62000"],
        population: 42_875,
        position: null,
        positionSource: null,
      },
    ]);
  });

  test("anyone signed in finds communes and territories", async () => {
    const caller = createCaller(contextOf(on, USER));
    expect((await caller.searchCommunes({ text: "arr" })).map(({ code }) => code)).toEqual(["62041"]);
    expect(await caller.searchCommunes({ text: "arr", departement: "59" })).toEqual([]);
    expect((await caller.communes({ codes: ["62041", "62999"] })).map(({ name }) => name)).toEqual(["Arras"]);
    expect((await caller.search({ text: "pas" })).map(({ code }) => code)).toEqual(["DEP-62"]);
    expect((await caller.territory({ code: "DEP-62" })).name).toBe("Pas-de-Calais");
  });

  test("a stranger finds nothing", async () => {
    const caller = createCaller(contextOf(on, null));
    for (const call of [
      caller.searchCommunes({ text: "arr" }),
      caller.communes({ codes: ["62041"] }),
      caller.search({ text: "pas" }),
      caller.territory({ code: "DEP-62" }),
    ]) {
      await expect(call).rejects.toThrow("UNAUTHENTICATED");
    }
  });

  test("a territory that does not exist is not found", async () => {
    const caller = createCaller(contextOf(on, USER));
    await expect(caller.territory({ code: "DEP-99" })).rejects.toThrow("NOT_FOUND");
  });

  test("text, codes and limits out of bounds are refused", async () => {
    const caller = createCaller(contextOf(on, USER));
    await expect(caller.searchCommunes({ text: "a".repeat(101) })).rejects.toThrow();
    await expect(caller.searchCommunes({ text: "arr", limit: 51 })).rejects.toThrow();
    await expect(caller.communes({ codes: ["arras"] })).rejects.toThrow();
    await expect(caller.territory({ code: "62" })).rejects.toThrow();
  });
});
