import type { Kysely } from "kysely";
import type { CampaignRow } from "../../shared/campaigns.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import type { CampaignRowsTable, CampaignsTable } from "../tables/campaigns.ts";

/** The year's declarations, in place of former ones. Every row is of that year. */
export async function replaceCampaign(
  db: Kysely<Database>,
  campaign: { year: number; name: string; loadedAt: IsoInstant; rows: readonly CampaignRow[] },
): Promise<void> {
  const { year, name, loadedAt, rows } = campaign;
  await db.deleteFrom("campaign_rows").where("year", "=", year).execute();
  await db
    .insertInto("campaigns")
    .values({ year, name, loaded_at: loadedAt })
    .onConflict((conflict) => conflict.column("year").doUpdateSet({ name, loaded_at: loadedAt }))
    .execute();
  await executeMany(db, {
    name: "insert campaign rows",
    rows: rows.map(
      ({ departement, sector, organicBp, egalimBp }, position): CampaignRowsTable => ({
        ...{ year, position, departement, sector },
        ...{ organic_bp: organicBp, egalim_bp: egalimBp },
      }),
    ),
    columns: ["year", "position", "departement", "sector", "organic_bp", "egalim_bp"],
    statement: (some) => db.insertInto("campaign_rows").values(some),
  });
}

/** Campaigns that are loaded, latest first. */
export function listCampaigns(db: Kysely<Database>): Promise<CampaignsTable[]> {
  return db.selectFrom("campaigns").selectAll().orderBy("year", "desc").execute();
}

/** Sectors of a year by number of canteens, most first; canteens without one are left out. */
export async function listCampaignSectors(
  db: Kysely<Database>,
  year: number,
): Promise<{ name: string; rows: number }[]> {
  const rows = await db
    .selectFrom("campaign_rows")
    .select((eb) => ["sector", eb.fn.countAll<number>().as("rows")])
    .where("year", "=", year)
    .where("sector", "is not", null)
    .groupBy("sector")
    .orderBy("rows", "desc")
    .orderBy("sector")
    .execute();
  return rows.flatMap(({ sector, rows: count }) => (sector === null ? [] : [{ name: sector, rows: count }]));
}

/** Rates of every canteen of a year, or of one sector (null: all), in the order of the file. */
export async function listCampaignRates(
  db: Kysely<Database>,
  { year, sector }: { year: number; sector: string | null },
): Promise<{ departement: string; organicBp: number; egalimBp: number | null }[]> {
  let query = db
    .selectFrom("campaign_rows")
    .select(["departement", "organic_bp", "egalim_bp"])
    .where("year", "=", year);
  if (sector !== null) query = query.where("sector", "=", sector);
  const rows = await query.orderBy("position").execute();
  return rows.map(({ departement, organic_bp: organicBp, egalim_bp: egalimBp }) => ({
    departement,
    organicBp,
    egalimBp,
  }));
}
