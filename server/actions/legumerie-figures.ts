import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import type { LedgerPeriod } from "../../db/queries/legumerie-figures.ts";
import {
  sumDelivered,
  sumLosses,
  sumPacked,
  sumReceived,
  sumWorked,
} from "../../db/queries/legumerie-figures.ts";
import { findLegumerie } from "../../db/queries/legumerie-places.ts";
import { listProductsById } from "../../db/queries/products.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { monthsOfYear } from "../../shared/calendar.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { LegumerieFigures } from "../../shared/legumerie/indicators.ts";
import { legumerieFigures } from "../../shared/legumerie/indicators.ts";
import { organicProofsOf } from "./legumerie-outputs.ts";

/** The figures of a workshop in one civil year, with the names they need. */
export interface NamedLegumerieFigures extends LegumerieFigures {
  year: number;
  departementName: string | null;
  products: { id: Id; name: string; nameEn: string }[];
}

/** Figures of the workshop in a civil year, all from one state of the ledger. */
export async function readLegumerieFigures(
  reader: Kysely<Database>,
  { legumerieId, year }: { legumerieId: Id; year: number },
): Promise<NamedLegumerieFigures> {
  return readSnapshot(reader, async (db) => {
    const days = { from: `${year}-01-01`, to: `${year}-12-31` };
    const read = await readFiguresOver(db, { legumerieId, ...days, months: monthsOfYear(year) });
    return { ...read, year };
  });
}

/** Figures of the workshop between two days, both inside; `months`: those told one by one. */
export async function readFiguresOver(
  db: Kysely<Database>,
  { months, ...period }: LedgerPeriod & { months: readonly IsoMonth[] },
): Promise<Omit<NamedLegumerieFigures, "year">> {
  const received = await sumReceived(db, period);
  const worked = await sumWorked(db, period);
  const products = await listProductsById(
    db,
    worked.flatMap(({ productId }) => productId ?? []),
  );
  const legumerie = await findLegumerie(db, period.legumerieId);
  const figures = legumerieFigures(
    {
      received,
      worked,
      losses: await sumLosses(db, period),
      packed: await sumPacked(db, period),
      delivered: await sumDelivered(db, period),
    },
    {
      months,
      departement: legumerie?.departement ?? null,
      proofs: await organicProofsOf(
        db,
        received.map(({ producerId }) => producerId),
      ),
      refuseBp: new Map(products.map(({ id, refuseBp }) => [id, refuseBp])),
    },
  );
  return {
    ...figures,
    departementName: legumerie?.departementName ?? null,
    products: products.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
  };
}
