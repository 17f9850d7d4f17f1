import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findCanteen, listCanteensOfOrganisation } from "../../db/queries/canteens.ts";
import { listCells } from "../../db/queries/cells.ts";
import type { Ratio } from "../../shared/cells.ts";
import { canteenFigures, perIndicator } from "../../shared/figures.ts";
import type { Id } from "../../shared/ids.ts";
import { distributionOf, rankOf } from "../../shared/indicators/distribution.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { PeerComparison } from "../../shared/peers.ts";
import { LEAST_PEERS, peerGroups } from "../../shared/peers.ts";
import { yearRange } from "../../shared/periods.ts";
import { AppError } from "../app-error.ts";

/**
 * The canteen among those of its kind and size in its organisation that bought in the year. `readable`: canteens
 * whose figures the caller reads anyway; those hidden from them are none, or enough that none is recognised.
 */
export async function comparePeers(
  db: Kysely<Database>,
  canteenId: Id,
  { year, readable }: { year: number; readable: readonly Id[] },
): Promise<PeerComparison> {
  const canteen = await findCanteen(db, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const all = await listCanteensOfOrganisation(db, canteen.organisationId);
  const cells = await listCells(db, { canteenIds: all.map(({ id }) => id), ...yearRange(year) });
  const figures = new Map(canteenFigures(cells, "value").map((figure) => [figure.key, figure.shares]));
  const groups = peerGroups(all.filter(({ id }) => figures.has(id)));
  const group = groups.find(({ ids }) => ids.includes(canteenId));
  const ratesOf = (indicator: Indicator): { id: Id; bp: number }[] =>
    (group?.ids ?? []).flatMap((id) => {
      const bp = toBp(figures.get(id)?.[indicator].strict);
      return bp === null ? [] : [{ id, bp }];
    });
  return {
    year,
    sector: group?.sector ?? null,
    sizes: group?.sizes ?? [],
    rates: perIndicator((indicator) => {
      const ownBp = toBp(figures.get(canteenId)?.[indicator].strict);
      const rates = ratesOf(indicator);
      const hidden = rates.filter(({ id }) => !readable.includes(id)).length;
      if (rates.length < LEAST_PEERS || (hidden > 0 && hidden < LEAST_PEERS))
        return { ownBp, rank: null, group: null };
      const values = rates.map(({ bp }) => bp);
      return { ownBp, rank: ownBp === null ? null : rankOf(ownBp, values), group: distributionOf(values) };
    }),
  };
}

function toBp(ratio: Ratio | undefined): number | null {
  if (ratio === undefined || ratio.denominator <= 0) return null;
  return Math.round((ratio.numerator * 10_000) / ratio.denominator);
}
