import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listFormPrices } from "../../db/queries/legumerie-form-prices.ts";
import type { Id } from "../../shared/ids.ts";
import type { EdibleComparison } from "../../shared/legumerie/edible-prices.ts";
import { edibleComparisons } from "../../shared/legumerie/edible-prices.ts";

/** Each product and cut of the workshop in a civil year, beside what its canteens bought raw and frozen. */
export async function readEdiblePrices(
  reader: Kysely<Database>,
  { legumerieId, year }: { legumerieId: Id; year: number },
): Promise<EdibleComparison[]> {
  const { sold, bought } = await listFormPrices(reader, {
    legumerieId,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  return edibleComparisons(sold, bought);
}
