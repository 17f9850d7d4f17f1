import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCommunesByCodes } from "../../db/queries/communes.ts";
import { findOutput } from "../../db/queries/legumerie-outputs.ts";
import { findLegumerie } from "../../db/queries/legumerie-places.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import { AppError } from "../app-error.ts";
import type { LabelledOutput } from "../pdf/label-data.ts";
import { traitsOfBatches } from "./legumerie-outputs.ts";

/** The output lot with all that its label says. NOT_FOUND: not an output of this workshop. */
export async function readLabelledOutput(
  db: Kysely<Database>,
  { legumerieId, outputId, locale }: { legumerieId: Id; outputId: Id; locale: Locale },
): Promise<LabelledOutput> {
  const output = await findOutput(db, { legumerieId, outputId });
  const legumerie = await findLegumerie(db, legumerieId);
  if (output === undefined || legumerie === undefined) throw new AppError("NOT_FOUND");
  const { batchId, productName, productNameEn } = output;
  const traits = (await traitsOfBatches(db, { legumerieId, batchIds: [batchId] })).get(batchId);
  if (traits === undefined) throw new Error(`batch ${batchId} has no input`);
  const communes = await listCommunesByCodes(db, traits.originCommunes);
  return {
    ...output,
    workshopName: legumerie.name,
    productName: locale === "en" && productNameEn !== "" ? productNameEn : productName,
    traits,
    places: communes.map(({ name, departement }) => `${name} (${departement})`),
  };
}
