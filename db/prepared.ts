import type { Compilable, Kysely } from "kysely";
import { CompiledQuery } from "kysely";
import { CHUNK, chunksOf } from "./chunks.ts";

/** What a question is asked with: values, lists of values, or undefined. */
export type Asked = Readonly<Record<string, unknown>>;

/** The place of a value in what is asked, until there is one: a text that no statement has. */
type Place = string;

const PLACE = "\u{e000}place ";

interface Prepared {
  sql: string;
  /** Each is found in what is asked, or always the same. */
  parameters: readonly ((asked: Asked) => unknown)[];
}

/** Shapes kept for one database; the first ones leave first. */
const MOST_SHAPES = 500;
const PREPARED = new WeakMap<object, Map<string, Prepared>>();

/**
 * Answers of a SELECT whose text is made once for each shape of what is asked (which values are undefined, how long
 * the lists are): for a long statement asked at every page, making it takes longer than running it. `build` is called
 * with places instead of values, so it may look at lengths and at what is undefined, never at a value.
 */
export async function executePrepared<DB, Args extends Asked, Row>(
  db: Kysely<DB>,
  { name, asked, build }: { name: string; asked: Args; build: (asked: Args) => Compilable<Row> },
): Promise<Row[]> {
  const { adapter } = db.getExecutor();
  const shapes = PREPARED.get(adapter) ?? new Map<string, Prepared>();
  PREPARED.set(adapter, shapes);
  const key = `${name} ${shapeOf(asked)}`;
  const prepared = shapes.get(key) ?? compile(build(placesOf(asked) as Args));
  if (!shapes.has(key)) {
    shapes.set(key, prepared);
    const [first] = shapes.keys();
    if (shapes.size > MOST_SHAPES && first !== undefined) shapes.delete(first);
  }
  const parameters = prepared.parameters.map((valueIn) => valueIn(asked));
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(prepared.sql, parameters));
  return rows;
}

/**
 * Answers of a SELECT about ids, each asked about once, chunk after chunk. Its text is made for 1, 2, 4... ids: the last
 * one stands for those that are missing, which changes nothing where `build` puts them after « in ».
 */
export async function executeForIds<DB, Args extends Asked, Row>(
  db: Kysely<DB>,
  question: {
    name: string;
    ids: Iterable<string>;
    asked?: Args;
    build: (ids: string[], asked: Args) => Compilable<Row>;
  },
): Promise<Row[]> {
  const { name, asked } = question;
  const rows: Row[] = [];
  for (const chunk of chunksOf([...new Set(question.ids)], CHUNK)) {
    const some = await executePrepared(db, {
      name,
      asked: { ...(asked as Args), ids: filledUp(chunk) },
      build: ({ ids, ...others }) => question.build(ids, others as object as Args),
    });
    rows.push(...some);
  }
  return rows;
}

function filledUp(ids: readonly string[]): string[] {
  const size = Math.min(CHUNK, 2 ** Math.ceil(Math.log2(ids.length)));
  return Array.from({ length: size }, (_, at) => ids[Math.min(at, ids.length - 1)] ?? "");
}

function shapeOf(asked: Asked): string {
  return Object.entries(asked)
    .map(([name, value]) =>
      Array.isArray(value) ? `${name}:${value.length}` : value === undefined ? `${name}:none` : name,
    )
    .join();
}

function placesOf(asked: Asked): Asked {
  const places = Object.entries(asked).map(([name, value]) => {
    if (value === undefined) return [name, value];
    if (Array.isArray(value)) return [name, value.map((_, at) => placeOf(name, at))];
    return [name, placeOf(name, "")];
  });
  return Object.fromEntries(places);
}

/** `at` in a list; "" of the value itself. */
function placeOf(name: string, at: number | ""): Place {
  return `${PLACE}${name} ${at}`;
}

function isPlace(value: unknown): value is Place {
  return typeof value === "string" && value.startsWith(PLACE);
}

function compile(query: Compilable): Prepared {
  const { sql, parameters } = query.compile();
  return { sql, parameters: parameters.map((value) => (isPlace(value) ? finderOf(value) : () => value)) };
}

function finderOf(place: Place): (asked: Asked) => unknown {
  const [name = "", at = ""] = place.slice(PLACE.length).split(" ");
  if (at === "") return (asked) => asked[name];
  const index = Number(at);
  return (asked) => (asked[name] as readonly unknown[])[index];
}
