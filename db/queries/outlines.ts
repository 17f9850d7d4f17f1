import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { OutlineTopology } from "../../shared/map.ts";
import type { Database } from "../database.ts";
import type { JsonText } from "../json.ts";
import { fromJsonText, toJsonText } from "../json.ts";

/** The official outlines of a département, in place of former ones. */
export async function upsertOutlines(
  db: Kysely<Database>,
  outlines: { departement: string; topology: OutlineTopology; loadedAt: IsoInstant },
): Promise<void> {
  const row = {
    departement: outlines.departement,
    topology: toJsonText(outlines.topology),
    loaded_at: outlines.loadedAt,
  };
  await db
    .insertInto("outlines")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("departement").doUpdateSet({ topology: row.topology, loaded_at: row.loaded_at }),
    )
    .execute();
}

/** The official outlines of these départements, by INSEE code; those without are left out. */
export async function listOutlines(
  db: Kysely<Database>,
  departements: readonly string[],
): Promise<Map<string, OutlineTopology>> {
  if (departements.length === 0) return new Map();
  const rows = await db
    .selectFrom("outlines")
    .select(["departement", "topology"])
    .where("departement", "in", [...departements])
    .execute();
  return new Map(
    rows.map(({ departement, topology }) => [
      departement,
      fromJsonText(topology as JsonText<OutlineTopology>),
    ]),
  );
}

/** What the outlines around some canteens depend on. */
export interface OutlineNeeds {
  /** INSEE codes of the canteens' départements, those with the most canteens first. */
  departements: string[];
  /** Of the settings asked, in their order; null: never put. */
  values: (string | null)[];
}

/** In one statement; unknown canteens are left out. */
export async function listOutlineNeeds(
  db: Kysely<Database>,
  { canteenIds, settings }: { canteenIds: readonly Id[]; settings: readonly [string, string] },
): Promise<OutlineNeeds> {
  if (canteenIds.length === 0) return { departements: [], values: settings.map(() => null) };
  const [one, other] = settings;
  const rows = await db
    .selectFrom("canteens")
    .select("departement")
    .select(({ selectFrom }) => [
      selectFrom("settings").select("value").where("key", "=", one).as("one"),
      selectFrom("settings").select("value").where("key", "=", other).as("other"),
    ])
    .where("id", "in", [...canteenIds])
    .groupBy("departement")
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .orderBy("departement")
    .execute();
  return {
    departements: rows.map(({ departement }) => departement),
    values: [rows[0]?.one ?? null, rows[0]?.other ?? null],
  };
}

/** INSEE codes of the départements with a canteen, sorted. */
export async function listDepartementsOfCanteens(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom("canteens")
    .select("departement")
    .distinct()
    .orderBy("departement")
    .execute();
  return rows.map(({ departement }) => departement);
}
