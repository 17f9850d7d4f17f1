import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { ENGINES } from "../../../db/engine.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { AppError } from "../../../server/app-error.ts";
import type { AppContext } from "../../../server/context.ts";
import { appRouter } from "../../../server/router.ts";
import type { TableAsked } from "../../../server/tables/page-table.ts";
import { readPageTable } from "../../../server/tables/read-page-table.ts";
import { PAGE_TABLE_WRITERS } from "../../../server/tables/register.ts";
import { asRefusal, createCallerFactory } from "../../../server/trpc.ts";
import { PAGE_TABLES } from "../../../shared/export-tables.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { ROLE_SCOPES, ROLES } from "../../../shared/permissions.ts";
import { appContext } from "../../support/app-context.ts";
import { seedPerson } from "../../support/people.ts";
import type { RightsWorld, Side } from "../../support/rights-world.ts";
import { scopeIdOf, seedRightsWorld } from "../../support/rights-world.ts";
import type { TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase } from "../../support/test-database.ts";
import { RIGHTS_MATRIX } from "../rights-matrix.ts";
import { TABLE_NAMES } from "./table-figures.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let world: RightsWorld;
/** Nobody, then each role on the first kind of scope that it may have. */
let people: AppContext[] = [];
const createCaller = createCallerFactory(appRouter);

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    const on = { db: opened.db, reader: opened.reader, engine: "sqlite" as const };
    world = await seedRightsWorld(on);
    people = [appContext(on)];
    for (const role of ROLES) {
      const [scopeKind = "canteen"] = ROLE_SCOPES[role];
      const grants: Grant[] = [{ role, scopeKind, scopeId: scopeIdOf(world.own, scopeKind) }];
      people.push(appContext(on, { user: await seedPerson(opened.db, { grants }), grants }));
    }
  });
  afterAll(async () => {
    await opened.close();
    await database.remove();
  });

  /** One table of each procedure. */
  const ONE_OF_EACH = TABLE_NAMES.filter(
    (name, index) => TABLE_NAMES.findIndex((other) => PAGE_TABLES[other] === PAGE_TABLES[name]) === index,
  );

  describe("the file of a table", () => {
    test.each(ONE_OF_EACH)("%s is refused to whom its procedure refuses its answer", async (table) => {
      const path = PAGE_TABLES[table];
      const files = new Map<string, number>();
      for (const ctx of people)
        for (const side of [world.own, world.foreign]) {
          const input = inputOf(path, side);
          const asked = await outcomeOf(() => ask(ctx, path, input));
          const file = await outcomeOf(() => readPageTable(ctx, { table, input, words: {}, locale: "fr" }));
          expect(file).toBe(asked);
          files.set(file, (files.get(file) ?? 0) + 1);
        }
      expect(files.get("UNAUTHENTICATED")).toBe(2);
      const everyones = RIGHTS_MATRIX[path]?.right === "catalogue.read";
      expect((files.get("FORBIDDEN") ?? 0) > 0).toBe(!everyones);
      // What all organisations share is nobody's.
      if (RIGHTS_MATRIX[path]?.scope !== "member") expect(files.get("NOT_FOUND")).toBeGreaterThan(0);
    });

    test("of what the demonstration has not is written as the others", async () => {
      const asked: TableAsked = {
        locale: "fr",
        today: "2026-11-22",
        words: {},
        input: {},
        ask: () => Promise.reject(new Error("nothing more is asked")),
      };
      const quartiles = { n: 7, lowerQuartileBp: 100, medianBp: 1_250, upperQuartileBp: 2_000 };
      const campaign = {
        years: [2025],
        year: 2025,
        sectors: [],
        departements: [{ ...quartiles, code: "62", name: "=Pas-de-Calais" }],
        france: null,
        own: "62",
        source: null,
      };
      const { campagne, imports } = PAGE_TABLE_WRITERS;
      expect((await campagne.write([campaign], asked)).rows).toEqual([
        [1, "62", "=Pas-de-Calais", 7, 100, 1_250, 2_000],
      ]);
      const run = {
        id: "1",
        fileId: "2",
        fileName: "achats.csv",
        read: 12,
        created: 9,
        refused: 1,
        duplicates: 2,
        totalCents: 12_345,
        importedAt: "2026-11-21T23:30:00.000Z",
        undoneAt: null,
      };
      expect((await imports.write([[run]], asked)).rows).toEqual([
        ["achats.csv", "2026-11-22", 12, 9, 1, 2, 12_345, null],
      ]);
    });
  });

  function inputOf(path: string, side: Side): Record<string, unknown> {
    const row = RIGHTS_MATRIX[path];
    const { canteenId, territoryCode, organisationId, legumerieId } = side;
    const scope = {
      canteen: { canteenId },
      territory: { territoryCode },
      organisation: { organisationId },
      legumerie: { legumerieId },
    };
    const of = row?.scope ?? "member";
    const known = of === "public" || of === "signed-in" || of === "member" ? {} : scope[of];
    return { ...known, ...(row?.input ?? row?.foreign)?.(side, world), ...FIRST_PAGE[path] };
  }

  const list = { supplierId: null, from: null, to: null, search: "", page: 0, pageSize: 40 };
  const FIRST_PAGE: Readonly<Record<string, Record<string, unknown>>> = {
    "orders.list": { ...list, status: null },
    "invoices.list": { ...list, state: null, differing: false },
  };

  async function ask(ctx: AppContext, path: string, input: unknown): Promise<unknown> {
    let found: unknown = createCaller(ctx);
    for (const name of path.split(".")) found = Reflect.get(Object(found), name);
    if (typeof found !== "function") throw new Error(`No procedure ${path}`);
    return await found(input);
  }

  async function outcomeOf(ask: () => Promise<unknown>): Promise<string> {
    try {
      await ask();
      return "passes";
    } catch (error) {
      const refusal = error instanceof TRPCError ? asRefusal(error) : error;
      if (refusal instanceof AppError) return refusal.code;
      throw error;
    }
  }
});
