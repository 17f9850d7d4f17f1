import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { countCommunes, insertCommunes } from "../../db/queries/communes.ts";
import { findSetting, putSetting } from "../../db/queries/settings.ts";
import { countTerritories, insertTerritories } from "../../db/queries/territories.ts";
import { inTransaction } from "../../db/transaction.ts";
import { referenceCommunes } from "../reference/communes.ts";
import { packagesVersion, readDecoupage, readPlaces } from "../reference/packages.ts";
import { referenceTerritories } from "../reference/territories.ts";
import { FRENCH_COUNTRIES, townCentres } from "../reference/towns.ts";

/** Which of the reference's files are loaded. */
export const REFERENCE_SETTING = "reference-version";
/** Raised when communes are placed in another way from the same packages. */
const PLACING = 1;

export interface LoadedReference {
  /** False: this version was there already, nothing was read or written. */
  loaded: boolean;
  version: string;
  communes: number;
  territories: number;
}

/** Brings communes and territories to the installed packages' version; at once when they are. */
export async function loadReference(db: Kysely<Database>): Promise<LoadedReference> {
  const version = `${packagesVersion()} placing@${PLACING}`;
  const loaded = (await findSetting(db, REFERENCE_SETTING)) !== version;
  if (loaded) await writeReference(db, version);
  return {
    loaded,
    version,
    communes: await countCommunes(db),
    territories: await countTerritories(db),
  };
}

async function writeReference(db: Kysely<Database>, version: string): Promise<void> {
  const decoupage = readDecoupage();
  const centres = townCentres(readPlaces(FRENCH_COUNTRIES), decoupage.communes);
  const communes = referenceCommunes(decoupage, centres);
  const territories = referenceTerritories(decoupage);
  await inTransaction(db, async (trx) => {
    await insertTerritories(trx, territories);
    await insertCommunes(trx, communes);
    await putSetting(trx, { key: REFERENCE_SETTING, value: version });
  });
}
