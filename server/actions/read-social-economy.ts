import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import type { SocialSum } from "../../db/queries/social-cells.ts";
import { sumSocialCells } from "../../db/queries/social-cells.ts";
import { listSupplierStatuses } from "../../db/queries/supplier-statuses.ts";
import { listSuppliersById } from "../../db/queries/suppliers.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import { FAMILIES } from "../../shared/families.ts";
import { groupBy } from "../../shared/grouping.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis } from "../../shared/indicators/indicators.ts";
import type { GroupShares, SocialShares } from "../../shared/indicators/social.ts";
import { groupSharesOf, socialSharesOf } from "../../shared/indicators/social.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { SocialStatus } from "../../shared/social-statuses.ts";
import { statusesOn } from "../../shared/supplier-statuses.ts";
import type { FiguresAsked } from "./read-figures.ts";
import type { Insertion } from "./read-insertion.ts";
import { readInsertion } from "./read-insertion.ts";

/** The social shares of one month, family, supplier or canteen; `name` where the key is an id. */
export interface SocialGroup<Key extends string = string> {
  key: Key;
  name: string;
  shares: GroupShares;
}

/** What was bought from the social economy and from insertion structures. */
export interface SocialEconomy {
  range: MonthRange;
  basis: Basis;
  lines: number;
  shares: SocialShares;
  /** Months with purchases, oldest first; their name is empty. */
  byMonth: SocialGroup<IsoMonth>[];
  /** In the order of the State's form; their name is empty. */
  byFamily: SocialGroup<Family>[];
  /** Those that were something on a day of purchase, largest first, with all that they were on the last day of the range. */
  bySupplier: (SocialGroup<Id> & { statuses: SocialStatus[] })[];
  /** By name. */
  byCanteen: SocialGroup<Id>[];
  insertion: Insertion;
}

/** Social figures of these canteens; the same cells as their dashboards. */
export async function readSocialEconomy(
  reader: Kysely<Database>,
  canteenIds: readonly Id[],
  { range, basis, filter = {} }: FiguresAsked,
): Promise<SocialEconomy> {
  return await readSnapshot(reader, async (trx) => {
    const sums = await sumSocialCells(trx, { canteenIds, ...range, narrowed: filter });
    const canteens = await listCanteens(trx, [...new Set(sums.map(({ canteenId }) => canteenId))]);
    return {
      range,
      basis,
      lines: sums.reduce((total, { lines }) => total + lines, 0),
      shares: socialSharesOf(sums, basis),
      byMonth: groupsOf(sums, { basis, keyOf: ({ month }) => month }).sort((a, b) =>
        a.key < b.key ? -1 : 1,
      ),
      byFamily: groupsOf(sums, { basis, keyOf: ({ family }) => family }).sort(
        (a, b) => FAMILIES.indexOf(a.key) - FAMILIES.indexOf(b.key),
      ),
      bySupplier: await suppliersOf(trx, sums, { range, basis }),
      byCanteen: named(groupsOf(sums, { basis, keyOf: ({ canteenId }) => canteenId }), canteens).sort(byName),
      insertion: await readInsertion(trx, canteenIds, range),
    };
  });
}

function groupsOf<Key extends string>(
  sums: readonly SocialSum[],
  { basis, keyOf }: { basis: Basis; keyOf: (sum: SocialSum) => Key },
): SocialGroup<Key>[] {
  return [...groupBy(sums, keyOf)].map(([key, group]) => ({
    key,
    name: "",
    shares: groupSharesOf(group, basis),
  }));
}

async function suppliersOf(
  trx: Kysely<Database>,
  sums: readonly SocialSum[],
  { range, basis }: { range: MonthRange; basis: Basis },
): Promise<SocialEconomy["bySupplier"]> {
  const social = sums.filter(({ supplierId }) => supplierId !== null);
  const groups = groupsOf(social, { basis, keyOf: ({ supplierId }) => supplierId ?? "" });
  const ids = groups.map(({ key }) => key);
  const statuses = groupBy(await listSupplierStatuses(trx, ids), ({ supplierId }) => supplierId);
  const bought = ({ shares }: SocialGroup) => shares.SOCIAL.declared.denominator;
  return named(groups, await listSuppliersById(trx, ids))
    .sort((a, b) => bought(b) - bought(a) || (a.key < b.key ? -1 : 1))
    .map((group) => ({
      ...group,
      // No day is written after the 31st.
      statuses: statusesOn(statuses.get(group.key) ?? [], `${range.toMonth}-31`),
    }));
}

function named<Key extends string>(
  groups: readonly SocialGroup<Key>[],
  things: readonly { id: Id; name: string }[],
): SocialGroup<Key>[] {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  return groups.map((group) => ({ ...group, name: names.get(group.key) ?? "" }));
}

function byName(a: SocialGroup, b: SocialGroup): number {
  return a.name.localeCompare(b.name, "fr") || (a.key < b.key ? -1 : 1);
}
