import { TRPCError } from "@trpc/server";
import * as z from "zod/v4/core";
import { appRouter } from "../../server/router.ts";
import { asRefusal, createCallerFactory } from "../../server/trpc.ts";
import type { Grant } from "../../shared/permissions.ts";
import { appContext } from "./app-context.ts";
import type { EngineFixture } from "./engines.ts";
import { seedPerson } from "./people.ts";
import type { RightsWorld } from "./rights-world.ts";
import type { JsonSchema, ValueSource } from "./schema-values.ts";
import { valueFor } from "./schema-values.ts";
import { TODAY } from "./seed.ts";

export interface FuzzAsked {
  /** Calls of each procedure. */
  calls: number;
  seed: number;
  world: RightsWorld;
  note(line: string): void;
}

export interface Fuzz {
  procedures: number;
  calls: number;
  /** Calls that were answered rather than refused. */
  answered: number;
  /** Procedures that answered at least once. */
  reached: string[];
  /** One for each procedure and message that is no refusal: the server would answer 500. */
  bugs: { path: string; input: string; error: string }[];
}

interface Procedure {
  _def: { type: "query" | "mutation" | "subscription"; inputs: z.$ZodType[] };
}

/** How often the keys of an input name what the caller may change. */
const IN_SCOPE = 0.8;
const SHOWN = 400;

/** Hashing a password, or seconds of search: called a tenth as often. */
const SLOW: readonly string[] = [
  "session.signIn",
  "session.changePassword",
  "users.resetPassword",
  "paths.find",
];

/** Calls every procedure with values made from its own schema, as an administrator who may do everything. */
export async function fuzzProcedures(
  on: Pick<EngineFixture, "db" | "reader" | "engine">,
  { calls, seed, world, note }: FuzzAsked,
): Promise<Fuzz> {
  const procedures: [string, Procedure][] = Object.entries(Object(appRouter._def.procedures));
  const caller = createCallerFactory(appRouter)(await contextOf(on, world));
  const random = randomOf(seed);
  const words = wordsOf(world);
  const fuzz: Fuzz = { procedures: procedures.length, calls: 0, answered: 0, reached: [], bugs: [] };
  for (const [path, { _def }] of procedures) {
    const schemas = _def.inputs.map(
      (input) => z.toJSONSchema(input, { unrepresentable: "any", io: "input" }) as JsonSchema,
    );
    let answered = 0;
    const start = performance.now();
    for (let call = 0; call < (SLOW.includes(path) ? Math.ceil(calls / 10) : calls); call++) {
      const input = inputOf(schemas, { random, words, world });
      const error = await errorOf(caller, { path, input });
      fuzz.calls += 1;
      if (error === null) answered += 1;
      else if (!isRefusal(error)) addBug(fuzz.bugs, { path, input, error });
    }
    if (answered > 0) fuzz.reached.push(path);
    fuzz.answered += answered;
    const seconds = (performance.now() - start) / 1000;
    if (seconds > 1) note(`${path}: ${answered} answered of ${calls}, ${seconds.toFixed(1)} s`);
  }
  return fuzz;
}

/** As it arrives: through JSON, and most often in a scope where the caller may act. */
function inputOf(
  schemas: readonly JsonSchema[],
  { world, ...source }: ValueSource & { world: RightsWorld },
): unknown {
  const values = schemas.map((schema) => valueFor(schema, source));
  const odd = values.find((value) => !isObject(value));
  const input = odd === undefined ? Object.assign({}, ...values) : odd;
  const scope: Record<string, string> = {
    canteenId: world.own.canteenId,
    organisationId: world.own.organisationId,
    legumerieId: world.own.legumerieId,
    supplierId: world.supplierId,
    productId: world.productId,
  };
  if (isObject(input) && source.random() < IN_SCOPE)
    for (const name of Object.keys(scope)) if (name in input) input[name] = scope[name];
  const text: string | undefined = JSON.stringify(input);
  return text === undefined ? undefined : JSON.parse(text);
}

/** The first of each procedure and message, with where it comes from. */
function addBug(
  bugs: Fuzz["bugs"],
  { path, input, error }: { path: string; input: unknown; error: unknown },
): void {
  const said = error instanceof TRPCError ? (error.cause ?? error) : error;
  const text = said instanceof Error ? (said.stack ?? said.message) : String(said);
  const [first = "", ...frames] = text.split("\n");
  if (bugs.some((bug) => bug.path === path && bug.error.startsWith(first))) return;
  bugs.push({
    path,
    input: JSON.stringify(input).slice(0, SHOWN),
    error: [first, ...frames.slice(0, 5)].join("\n"),
  });
}

async function contextOf(on: Pick<EngineFixture, "db" | "reader" | "engine">, { own }: RightsWorld) {
  const grants: Grant[] = [
    { role: "administrator", scopeKind: "organisation", scopeId: own.organisationId },
    { role: "manager", scopeKind: "canteen", scopeId: own.canteenId },
    { role: "legumerie", scopeKind: "legumerie", scopeId: own.legumerieId },
  ];
  return appContext(on, { user: await seedPerson(on.db, { grants }), grants });
}

function wordsOf({ own, foreign, colleagueCanteenId, supplierId, productId }: RightsWorld): string[] {
  const ids = [own, foreign].flatMap((side) => Object.values(side) as string[]);
  const days = [TODAY, "2026-01-01", "2025-12-31", "2024-02-29", "2026-10-01", "2026-10", "2025-01"].concat([
    "0001-01-01",
    "9999-12-31",
    "0001-01",
    "9999-12",
  ]);
  const codes = ["62041", "80021", "DEP-62", "DEP-80", "REG-32", "62", "FRANCE", "10", "0", "Carottes"];
  return [
    ...ids,
    ...ids.slice(0, 8),
    colleagueCanteenId,
    supplierId,
    productId,
    ...days,
    ...codes,
    "anne@example.fr",
  ];
}

async function errorOf(caller: object, { path, input }: { path: string; input: unknown }): Promise<unknown> {
  let found: unknown = caller;
  for (const name of path.split(".")) found = Reflect.get(Object(found), name);
  if (typeof found !== "function") throw new Error(`No procedure ${path}`);
  try {
    const answer: unknown = await found(input);
    // What would be sent: a value that JSON refuses is a bug too.
    JSON.stringify(answer);
    return null;
  } catch (error) {
    return error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof TRPCError && asRefusal(error) !== null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
