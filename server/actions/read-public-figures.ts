import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens, listCanteensOfOrganisation } from "../../db/queries/canteens.ts";
import { listCells } from "../../db/queries/cells.ts";
import { listLocalDefinitions } from "../../db/queries/local-definitions.ts";
import { findOrganisation } from "../../db/queries/organisations.ts";
import type { SharesLinkOwner } from "../../db/queries/shares-links.ts";
import { listTargetsOfCanteens } from "../../db/queries/targets.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { figuresOf, perIndicator, rangeToRead } from "../../shared/figures.ts";
import { localDefinitionOn } from "../../shared/local-definitions.ts";
import { isInRange, yearRange } from "../../shared/periods.ts";
import type { PublicFigures } from "../../shared/public-figures.ts";
import { fairTradeShare, publicRates } from "../../shared/public-figures.ts";
import { targetsInForce } from "../../shared/targets.ts";
import { AppError } from "../app-error.ts";

/** What the public is told of a year, of one canteen or of the organisation's together. NOT_FOUND: neither is there. */
export async function readPublicFigures(
  db: Kysely<Database>,
  { organisationId, canteenId }: SharesLinkOwner,
  { year, today }: { year: number; today: IsoDate },
): Promise<PublicFigures> {
  const [canteens, organisation, definitions] = await Promise.all([
    canteenId === null ? listCanteensOfOrganisation(db, organisationId) : listCanteens(db, [canteenId]),
    findOrganisation(db, organisationId),
    listLocalDefinitions(db, organisationId),
  ]);
  const [only] = canteens;
  if (organisation === undefined || only === undefined) throw new AppError("NOT_FOUND");
  const canteenIds = canteens.map(({ id }) => id);
  const range = yearRange(year);
  const [cells, own] = await Promise.all([
    listCells(db, { canteenIds, ...rangeToRead(range) }),
    listTargetsOfCanteens(db, { canteenIds, year }),
  ]);
  const figures = figuresOf(cells, { range, basis: "value", today });
  const inside = cells.filter(({ month }) => isInRange(month, range));
  const [regime, other] = [...new Set(canteens.map((canteen) => canteen.regime))];
  const scope = {
    year,
    basis: "value" as const,
    regime: other === undefined ? (regime ?? null) : null,
    canteenId,
  };
  const isPat = localDefinitionOn(definitions, `${year}-12-31`)?.scope === "PAT";
  const total = figures.totals.amountCents;
  return {
    name: canteenId === null ? organisation.name : only.name,
    communeName: canteenId === null ? null : only.communeName,
    canteens: new Set(inside.map((cell) => cell.canteenId)).size,
    year,
    isOver: year < yearOf(today),
    totalCents: total,
    rates: publicRates(
      figures,
      perIndicator((indicator) => targetsInForce(own, indicator, scope)),
    ),
    fairTrade: fairTradeShare(inside),
    pat: isPat ? figures.shares.LOCAL : null,
    families: figures.byFamily.map(({ key, totals, shares }) => ({
      family: key,
      share: shares.EGALIM,
      part: { numerator: totals.amountCents, denominator: total },
    })),
    months: figures.byMonth.map(({ key, shares }) => ({ month: key, share: shares.EGALIM })),
    today,
  };
}
