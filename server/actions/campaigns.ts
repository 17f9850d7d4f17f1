import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import {
  listCampaignRates,
  listCampaignSectors,
  listCampaigns,
  replaceCampaign,
} from "../../db/queries/campaigns.ts";
import { listPlacedCanteens } from "../../db/queries/map.ts";
import { searchTerritories } from "../../db/queries/territories.ts";
import { inTransaction } from "../../db/transaction.ts";
import type {
  CampaignAsked,
  CampaignComparison,
  CampaignLoad,
  CampaignRow,
  DepartementRates,
} from "../../shared/campaigns.ts";
import { LEAST_DECLARED } from "../../shared/campaigns.ts";
import type { Id } from "../../shared/ids.ts";
import { distributionOf } from "../../shared/indicators/distribution.ts";
import { searchKey } from "../../shared/normalise.ts";
import { parseTerritoryCode } from "../../shared/territories.ts";
import type { ActionContext } from "../action-context.ts";
import { readCampaignFile } from "../readers/campaigns.ts";

/** More départements than there are. */
const ALL = 200;

/** Published declarations of a file, each of its years in place of what was there. FileRefusal, CampaignFileError. */
export async function loadCampaigns(
  ctx: ActionContext,
  { name, content, year = null }: { name: string; content: Uint8Array; year?: number | null },
): Promise<CampaignLoad> {
  const names = await departementNames(ctx.reader);
  const departements = new Map([...names].map(([code, word]) => [searchKey(word), code]));
  const { rows, skipped } = readCampaignFile(content, { departements, year });
  const years = [...new Set(rows.map((row) => row.year))].toSorted((a, b) => a - b);
  const ofYear = (wanted: number): CampaignRow[] => rows.filter((row) => row.year === wanted);
  await inTransaction(ctx.db, async (trx) => {
    for (const one of years)
      await replaceCampaign(trx, { year: one, name, loadedAt: ctx.now, rows: ofYear(one) });
  });
  return { years: years.map((one) => ({ year: one, rows: ofYear(one).length })), skipped };
}

/** The département of the canteens among all others, from what was published of a year. */
export async function compareCampaign(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
  { year: asked, sector, rate }: CampaignAsked,
): Promise<CampaignComparison> {
  const campaigns = await listCampaigns(db);
  const campaign = campaigns.find(({ year }) => year === asked) ?? campaigns[0];
  const years = campaigns.map(({ year }) => year);
  if (campaign === undefined)
    return { years, year: null, sectors: [], departements: [], france: null, own: null, source: null };
  const rows = await listCampaignRates(db, { year: campaign.year, sector: sector ?? null });
  const byDepartement = new Map<string, number[]>();
  for (const { departement, organicBp, egalimBp } of rows) {
    const value = rate === "ORGANIC" ? organicBp : egalimBp;
    if (value === null) continue;
    const values = byDepartement.get(departement);
    if (values === undefined) byDepartement.set(departement, [value]);
    else values.push(value);
  }
  const names = await departementNames(db);
  const departements = [...byDepartement]
    .flatMap(([code, values]): DepartementRates[] => {
      const spread = values.length < LEAST_DECLARED ? null : distributionOf(values);
      return spread === null ? [] : [{ code, name: names.get(code) ?? code, ...spread }];
    })
    .toSorted((a, b) => b.medianBp - a.medianBp || (a.code < b.code ? -1 : 1));
  return {
    years,
    year: campaign.year,
    sectors: await listCampaignSectors(db, campaign.year),
    departements,
    france: distributionOf([...byDepartement.values()].flat()),
    own: await departementOf(db, canteenIds),
    source: { name: campaign.name, loadedOn: campaign.loaded_at.slice(0, 10) },
  };
}

/** Where most of the canteens are; null of none. */
async function departementOf(db: Kysely<Database>, canteenIds: readonly Id[]): Promise<string | null> {
  const counts = new Map<string, number>();
  for (const { departement } of await listPlacedCanteens(db, canteenIds))
    counts.set(departement, (counts.get(departement) ?? 0) + 1);
  const [most] = [...counts].toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

async function departementNames(db: Kysely<Database>): Promise<Map<string, string>> {
  const found = await searchTerritories(db, { text: "", kind: "DEPARTEMENT", limit: ALL });
  return new Map(found.map(({ code, name }) => [parseTerritoryCode(code)?.key ?? code, name]));
}
