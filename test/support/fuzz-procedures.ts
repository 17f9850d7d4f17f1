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
/** How often a call holds values that are not what they should be. */
const SOME_ODD = 0.5;
const SHOWN = 400;
/** Every procedure is called in each: what one has made, others read and change in the next. */
const ROUNDS = 4;
const LEARNT = 200;
const LEARNT_OF_ONE = 5;

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
  const source = { random, words: wordsOf(world), learnt: [] as string[], world, odd: false };
  const fuzz: Fuzz = { procedures: procedures.length, calls: 0, answered: 0, reached: [], bugs: [] };
  const reached = new Set<string>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [path, { _def }] of procedures) {
      const schemas = _def.inputs.map(
        (input) => z.toJSONSchema(input, { unrepresentable: "any", io: "input" }) as JsonSchema,
      );
      const times = Math.ceil((SLOW.includes(path) ? calls / 10 : calls) / ROUNDS);
      for (let call = 0; call < times; call++)
        if (await callOnce(caller, { path, schemas, source, fuzz })) reached.add(path);
      note(`${path}: ${fuzz.calls} calls`);
    }
  return { ...fuzz, reached: [...reached].sort() };
}

interface Call {
  path: string;
  schemas: readonly JsonSchema[];
  source: ValueSource & { learnt: string[]; world: RightsWorld };
  fuzz: Fuzz;
}

/** Whether it was answered; what it answers is learnt from, what is no refusal is noted. */
async function callOnce(caller: object, { path, schemas, source, fuzz }: Call): Promise<boolean> {
  const input = inputOf(schemas, { ...source, odd: source.random() < SOME_ODD });
  const outcome = await outcomeOf(caller, { path, input });
  fuzz.calls += 1;
  if ("error" in outcome) {
    if (!isRefusal(outcome.error)) addBug(fuzz.bugs, { path, input, error: outcome.error });
    return false;
  }
  fuzz.answered += 1;
  learn(source.learnt, outcome.text);
  return true;
}

/** Keeps the last ids of an answer, for the calls to come. */
function learn(learnt: string[], text: string): void {
  for (const [id] of [...text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].slice(-LEARNT_OF_ONE))
    learnt.push(id);
  if (learnt.length > LEARNT) learnt.splice(0, learnt.length - LEARNT);
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

/** What would be sent, or what was thrown: a value that JSON refuses is a bug too. */
async function outcomeOf(
  caller: object,
  { path, input }: { path: string; input: unknown },
): Promise<{ text: string } | { error: unknown }> {
  let found: unknown = caller;
  for (const name of path.split(".")) found = Reflect.get(Object(found), name);
  if (typeof found !== "function") throw new Error(`No procedure ${path}`);
  try {
    const answer: unknown = await found(input);
    const sent = answer === undefined ? input : [input, answer];
    return { text: JSON.stringify(sent) ?? "" };
  } catch (error) {
    return { error };
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
