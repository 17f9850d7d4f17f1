import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Disposal, ListedDisposal } from "../../shared/legumerie/disposals.ts";
import { DISPOSAL_CAUSE } from "../../shared/legumerie/disposals.ts";
import type { Cut, LossDestination } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";

/** Grams of a disposal, with their corrections; `gone`: how the query names the table. */
export const DISPOSED = sql<number>`gone.grams + ${correction("DISPOSAL", { of: "gone", batch: null, subject: "id" })}`;

/** Grams disposed of an output lot, till the end of a day or at all; `outputs`: how the query names its table. */
export function disposedOf(outputs: string, until: IsoDate | null = null): RawBuilder<number> {
  const till = until === null ? sql`` : sql`and gone.disposed_on <= ${until}`;
  return sql<number>`(select coalesce(sum(${DISPOSED}), 0) from legumerie_disposals as gone
    where gone.legumerie_id = ${sql.ref(`${outputs}.legumerie_id`)}
    and gone.output_id = ${sql.ref(`${outputs}.id`)} ${till})`;
}

/** The disposal of this workshop as it was written, and as it stands, or undefined. */
export async function findDisposal(
  db: Kysely<Database>,
  key: { legumerieId: Id; id: Id },
): Promise<(Disposal & { standingGrams: number }) | undefined> {
  const row = await db
    .selectFrom("legumerie_disposals as gone")
    .selectAll("gone")
    .select(DISPOSED.as("standing"))
    .where("gone.legumerie_id", "=", key.legumerieId)
    .where("gone.id", "=", key.id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      outputId: row.output_id,
      disposedOn: row.disposed_on,
      grams: row.grams,
      destination: row.destination as LossDestination,
      standingGrams: Number(row.standing),
    }
  );
}

export async function insertDisposal(
  db: Kysely<Database>,
  disposal: Disposal & { legumerieId: Id; createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("legumerie_disposals")
    .values({
      legumerie_id: disposal.legumerieId,
      id: disposal.id,
      output_id: disposal.outputId,
      disposed_on: disposal.disposedOn,
      grams: disposal.grams,
      cause: DISPOSAL_CAUSE,
      destination: disposal.destination,
      created_at: disposal.createdAt,
    })
    .execute();
}

/** Disposals of the workshop as they stand, latest first; at most `limit`. */
export async function listDisposals(
  db: Kysely<Database>,
  { legumerieId, limit }: { legumerieId: Id; limit: number },
): Promise<ListedDisposal[]> {
  const rows = await db
    .selectFrom("legumerie_disposals as gone")
    .innerJoin("legumerie_outputs as outputs", (join) =>
      join.onRef("outputs.legumerie_id", "=", "gone.legumerie_id").onRef("outputs.id", "=", "gone.output_id"),
    )
    .innerJoin("products", "products.id", "outputs.product_id")
    .select([
      "gone.id",
      "gone.output_id as outputId",
      "gone.disposed_on as disposedOn",
      "gone.destination",
      "products.id as productId",
      "products.name as productName",
      "products.name_en as productNameEn",
      "outputs.cut",
      "outputs.packed_on as packedOn",
      "outputs.use_by as useBy",
      DISPOSED.as("grams"),
    ])
    .where("gone.legumerie_id", "=", legumerieId)
    .orderBy("gone.disposed_on", "desc")
    .orderBy("gone.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    cut: row.cut as Cut,
    destination: row.destination as LossDestination,
    grams: Number(row.grams),
  }));
}
