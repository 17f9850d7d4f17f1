import fc from "fast-check";

/** What of JSON Schema the inputs of procedures use. */
export interface JsonSchema {
  type?: string | readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  enum?: readonly unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

export interface ValueSource {
  /** From 0 to 1, without 1. */
  random(): number;
  /** Ids, days, codes that mean something where the values go. */
  words: readonly string[];
}

/** A word that no list of words holds: what databases, JSON, sort keys and pages trip over. */
const ODD_TEXTS = ["", " ", "0", "'", '"; drop table orders; --', "%_\\", "𝄞é̂", "\u202e", "\u0000", "\ud800"]
  .concat([
    "=1+1",
    "<b>",
    "NaN",
    "null",
    "__proto__",
    "constructor",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
  ])
  .concat(["x".repeat(300), "é".repeat(5_000)]);

/** How often a value is not what its schema asks for, or not what it means. */
const ODD = 0.04;
const MOST_ITEMS = 3;

/** A value of the schema; now and then another one, so that what refuses is tried too. */
export function valueFor(schema: JsonSchema, source: ValueSource): unknown {
  const { random } = source;
  if (random() < ODD) return oddValue(source);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum, random);
  if (schema.anyOf !== undefined) return valueFor(pick(schema.anyOf, random) ?? {}, source);
  if (schema.allOf !== undefined) return valueFor(Object.assign({}, ...schema.allOf) as JsonSchema, source);
  const type = typeof schema.type === "string" ? schema.type : pick(schema.type ?? [], random);
  switch (type) {
    case "object":
      return objectOf(schema, source);
    case "array":
      return arrayOf(schema, source);
    case "string":
      return textOf(schema, source);
    case "integer":
    case "number":
      return numberOf(schema, random);
    case "boolean":
      return random() < 0.5;
    case "null":
      return null;
    default:
      return oddValue(source);
  }
}

function objectOf(
  { properties = {}, required = [], propertyNames, additionalProperties }: JsonSchema,
  source: ValueSource,
) {
  const value: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties))
    if (required.includes(name) || source.random() < 0.6) value[name] = valueFor(schema, source);
  if (propertyNames !== undefined && typeof additionalProperties === "object")
    for (let at = 0; at < MOST_ITEMS; at++)
      value[String(valueFor(propertyNames, source))] = valueFor(additionalProperties, source);
  return value;
}

function arrayOf(
  { items = {}, minItems = 0, maxItems = MOST_ITEMS }: JsonSchema,
  source: ValueSource,
): unknown[] {
  const most = Math.max(minItems, Math.min(maxItems, MOST_ITEMS));
  const length = minItems + Math.floor(source.random() * (most - minItems + 1));
  return Array.from({ length }, () => valueFor(items, source));
}

function textOf(
  { pattern, minLength = 0, maxLength = 1_000 }: JsonSchema,
  { random, words }: ValueSource,
): string {
  if (pattern !== undefined) {
    const fitting = words.filter((word) => new RegExp(pattern, "u").test(word));
    return (random() < 0.7 ? pick(fitting, random) : undefined) ?? pick(matchesOf(pattern), random) ?? "";
  }
  const text = random() < 0.15 ? (pick(ODD_TEXTS, random) ?? "") : (pick(words, random) ?? "");
  return text.slice(0, maxLength).padEnd(minLength, "x");
}

function numberOf(
  { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER, type }: JsonSchema,
  random: () => number,
): number {
  const near = [minimum, maximum, 0, 1, 2, 7, 2026, -1].filter(
    (value) => value >= minimum && value <= maximum,
  );
  const value =
    random() < 0.8 ? (pick(near, random) ?? minimum) : minimum + random() * Math.min(maximum - minimum, 1e6);
  return type === "integer" ? Math.trunc(value) : value;
}

function oddValue({ random, words }: ValueSource): unknown {
  const values = [
    null,
    undefined,
    true,
    -1,
    1.5,
    2 ** 53,
    1e308,
    [],
    {},
    [[]],
    { a: 1 },
    pick(words, random),
  ];
  return pick([...values, ...ODD_TEXTS], random);
}

const matches = new Map<string, readonly string[]>();

function matchesOf(pattern: string): readonly string[] {
  const known =
    matches.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 40, seed: 1 });
  matches.set(pattern, known);
  return known;
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
