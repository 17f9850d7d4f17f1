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
  /** Of this call: whether some of its values may be odd. */
  odd: boolean;
  /** Name of the field that is being made, from which the meaning of a text is guessed. */
  field?: string;
  /** Ids that answers have held so far. */
  learnt: readonly string[];
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

/** How often, in a call that is not wholly as it should be, a value is not what its schema asks for or means. */
const ODD = 0.06;
const MOST_ITEMS = 3;

const DAYS = [
  "2026-11-22",
  "2026-11-16",
  "2026-10-01",
  "2026-09-28",
  "2026-01-01",
  "2025-12-31",
  "2024-02-29",
].concat(["2023-01-01", "0001-01-01", "9999-12-31"]);
const MONTHS = ["2026-11", "2026-10", "2026-01", "2025-12", "2024-02", "0001-01", "9999-12"];

/** What the schema does not say of a text, its name does. */
const MEANINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/month/i, MONTHS],
  [/On$|^on$|date|day$|From$|^from$|To$|^to$|Until$|since|before|after|start|end|useBy/i, DAYS],
  [/commune|placeCode/i, ["62041", "62498", "80021"]],
  [
    /name|label|title|description|reason|note|reference|number|answer/i,
    ["Carottes", "Été & Co", "A-1", "x y"],
  ],
];

/** A value of the schema; now and then another one, so that what refuses is tried too. */
export function valueFor(schema: JsonSchema, source: ValueSource): unknown {
  const { random } = source;
  if (source.odd && random() < ODD) return oddValue(source);
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
    if (required.includes(name) || source.random() < 0.6)
      value[name] = valueFor(schema, { ...source, field: name });
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

function textOf({ pattern, minLength = 0, maxLength = 1_000 }: JsonSchema, source: ValueSource): string {
  const { random, words, odd, field = "" } = source;
  if (pattern !== undefined) return matchOf(pattern, source);
  const meant = MEANINGS.find(([names]) => names.test(field))?.[1] ?? words;
  const text = odd && random() < 0.15 ? (pick(ODD_TEXTS, random) ?? "") : (pick(meant, random) ?? "");
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

/** What is known by then, a word, or any text that the pattern lets through. */
function matchOf(pattern: string, { random, words, learnt }: ValueSource): string {
  const known = random() < 0.5 ? pick(learnt, random) : undefined;
  if (known !== undefined && new RegExp(pattern, "u").test(known)) return known;
  const ofWords = matches.get(words) ?? new Map<string, Matches>();
  matches.set(words, ofWords);
  const lists = ofWords.get(pattern) ?? {
    words: words.filter((word) => new RegExp(pattern, "u").test(word)),
    any: fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 40, seed: 1 }),
  };
  ofWords.set(pattern, lists);
  return (random() < 0.7 ? pick(lists.words, random) : undefined) ?? pick(lists.any, random) ?? "";
}

interface Matches {
  words: readonly string[];
  any: readonly string[];
}

/** By the words of a world, then by pattern. */
const matches = new WeakMap<readonly string[], Map<string, Matches>>();

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
