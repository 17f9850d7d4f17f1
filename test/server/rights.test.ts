import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { AppContext } from "../../server/context.ts";
import { appRouter } from "../../server/router.ts";
import type { ProcedureMeta } from "../../server/trpc.ts";
import { asRefusal, createCallerFactory } from "../../server/trpc.ts";
import type { Grant, Right, Role, ScopeKind } from "../../shared/permissions.ts";
import { RIGHTS, ROLE_SCOPES, ROLES } from "../../shared/permissions.ts";
import { appContext } from "../support/app-context.ts";
import { describeOnEngines } from "../support/engines.ts";
import { seedPerson } from "../support/people.ts";
import type { RightsWorld, Side } from "../support/rights-world.ts";
import { scopeIdOf, seedRightsWorld } from "../support/rights-world.ts";
import { RIGHTS_MATRIX } from "./rights-matrix.ts";
import type { RightsRow } from "./rights-row.ts";

/** Null: nobody is signed in. */
type Principal = { role: Role; scopeKind: ScopeKind } | null;
type Target = "own" | "colleague" | "foreign" | "missing";
type Outcome = "passes" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND";

const PRINCIPALS: readonly Principal[] = [
  null,
  ...ROLES.flatMap((role) => ROLE_SCOPES[role].map((scopeKind) => ({ role, scopeKind }))),
];
const TARGETS: readonly Target[] = ["own", "colleague", "foreign", "missing"];
const ROWS = Object.entries(RIGHTS_MATRIX);

describe("the matrix of rights", () => {
  // tRPC types its procedures by router, and keeps them by path.
  const byPath: Record<string, { _def: { meta?: ProcedureMeta } }> = Object(appRouter._def.procedures);
  const procedures = Object.entries(byPath);

  test("has one row for each procedure of the router, and none else", () => {
    expect(Object.keys(RIGHTS_MATRIX).sort()).toEqual(procedures.map(([path]) => path).sort());
  });

  test("says of each what the procedure says of itself", () => {
    const declared = procedures.map(([path, { _def }]) => [path, _def.meta?.scope, _def.meta?.right]);
    const written = procedures.map(([path]) => [
      path,
      RIGHTS_MATRIX[path]?.scope,
      RIGHTS_MATRIX[path]?.right,
    ]);
    expect(written).toEqual(declared);
  });
});

describeOnEngines("rights", (on) => {
  let world: RightsWorld;
  const contexts = new Map<Principal, AppContext>();
  const createCaller = createCallerFactory(appRouter);

  beforeAll(async () => {
    world = await seedRightsWorld(on);
    for (const principal of PRINCIPALS) contexts.set(principal, await contextOf(principal));
  });

  async function contextOf(principal: Principal): Promise<AppContext> {
    if (principal === null) return appContext(on);
    const grant: Grant = { ...principal, scopeId: scopeIdOf(world.own, principal.scopeKind) };
    return appContext(on, { user: await seedPerson(on.db, { grants: [grant] }), grants: [grant] });
  }

  test.each(ROWS)("%s answers each role as its right and scope say", async (path, row) => {
    const seen: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const principal of PRINCIPALS)
      for (const target of TARGETS) {
        const key = `${principal === null ? "anonymous" : `${principal.role} on ${principal.scopeKind}`}: ${target}`;
        seen[key] = await outcomeOf(path, principal, inputFor(row, target));
        expected[key] = expectedFor(row, principal, target);
      }
    expect(seen).toEqual(expected);
  });

  test.each(
    ROWS.filter(([, row]) => row.foreign !== undefined),
  )("%s answers NOT_FOUND for a thing of others under an own scope, as for one that does not exist", async (path, row) => {
    for (const principal of PRINCIPALS) {
      if (expectedFor(row, principal, "own") !== "passes") continue;
      const scope = scopeInput(row, world.own);
      for (const side of [world.foreign, world.missing])
        expect(await outcomeOf(path, principal, { ...scope, ...row.foreign?.(side, world) })).toBe(
          "NOT_FOUND",
        );
    }
  });

  async function outcomeOf(path: string, principal: Principal, input: unknown): Promise<string> {
    const context = contexts.get(principal);
    if (context === undefined) throw new Error("No context");
    try {
      await callByPath(createCaller(context), path, input);
      return "passes";
    } catch (error) {
      const code = error instanceof TRPCError ? asRefusal(error)?.code : undefined;
      if (code === undefined) throw error;
      return code === "INVALID" || code === "CONFLICT" || code === "FROZEN_YEAR" ? "passes" : code;
    }
  }

  function inputFor(row: RightsRow, target: Target): unknown {
    const side = sideOf(target);
    return {
      ...scopeInput(row, side),
      ...row.input?.(target === "foreign" ? world.foreign : world.own, world),
    };
  }

  function sideOf(target: Target): Side {
    return target === "colleague" ? { ...world.own, canteenId: world.colleagueCanteenId } : world[target];
  }
});

/** Calls a procedure by its path, as the client does. */
async function callByPath(caller: object, path: string, input: unknown): Promise<void> {
  let found: unknown = caller;
  for (const name of path.split(".")) found = Reflect.get(Object(found), name);
  if (typeof found !== "function") throw new Error(`No procedure ${path}`);
  await found(input);
}

function scopeInput({ scope }: RightsRow, side: Side): Record<string, string> {
  switch (scope) {
    case "canteen":
      return { canteenId: side.canteenId };
    case "territory":
      return { territoryCode: side.territoryCode };
    case "organisation":
      return { organisationId: side.organisationId };
    case "legumerie":
      return { legumerieId: side.legumerieId };
    case "public":
    case "signed-in":
    case "member":
      return {};
  }
}

/** Written apart from the product's ladder: what a grant reaches among the targets of the world. */
function expectedFor({ scope, right }: RightsRow, principal: Principal, target: Target): Outcome {
  if (scope === "public") return "passes";
  if (principal === null) return "UNAUTHENTICATED";
  if (scope === "signed-in") return "passes";
  if (right === null || !holds(principal.role, right)) return "FORBIDDEN";
  if (scope === "member") return "passes";
  if (scope === "organisation" && REACHES.organisation[principal.scopeKind].length === 0) return "FORBIDDEN";
  return REACHES[scope][principal.scopeKind].includes(target) ? "passes" : "NOT_FOUND";
}

const REACHES: Record<"canteen" | "territory" | "organisation" | "legumerie", Record<ScopeKind, Target[]>> = {
  canteen: {
    canteen: ["own"],
    territory: ["own", "colleague"],
    organisation: ["own", "colleague"],
    legumerie: [],
  },
  // The colleague is in the same territory and organisation, beside the same légumerie.
  territory: {
    canteen: ["own", "colleague"],
    territory: ["own", "colleague"],
    organisation: ["own", "colleague"],
    legumerie: [],
  },
  // The territory is the one that the organisation acts for.
  organisation: {
    canteen: [],
    territory: ["own", "colleague"],
    organisation: ["own", "colleague"],
    legumerie: [],
  },
  legumerie: {
    canteen: [],
    territory: ["own", "colleague"],
    organisation: ["own", "colleague"],
    legumerie: ["own", "colleague"],
  },
};

function holds(role: Role, right: Right): boolean {
  return RIGHTS[right].some((holder) => holder === role);
}
