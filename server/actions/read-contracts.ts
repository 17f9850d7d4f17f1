import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listClauseHours, sumHoursByClause } from "../../db/queries/clause-hours.ts";
import type { ContractKey } from "../../db/queries/contracts.ts";
import { findContract, listContracts } from "../../db/queries/contracts.ts";
import { yearOf } from "../../shared/calendar.ts";
import type {
  FollowedClause,
  FollowedContract,
  FollowedFilter,
  FollowedTotals,
} from "../../shared/clauses/followed.ts";
import {
  byNeed,
  followClauses,
  followContracts,
  isFollowed,
  totalsOf,
} from "../../shared/clauses/followed.ts";
import type { ShownHours } from "../../shared/clauses/hidden-counts.ts";
import { hideSmallCounts } from "../../shared/clauses/hidden-counts.ts";
import { sumHoursE2 } from "../../shared/clauses/hours.ts";
import type { ClauseProgress } from "../../shared/clauses/progress.ts";
import type { Contract } from "../../shared/contracts.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { AppError } from "../app-error.ts";

/** What the list of contracts shows. */
export interface ContractList {
  rows: FollowedContract[];
  /** Of the rows. */
  totals: FollowedTotals;
  /** Years that any contract of the organisation runs in, latest first. */
  years: number[];
  mayWrite: boolean;
}

/** One contract with where each of its clauses stands. */
export interface ContractView {
  contract: Contract;
  /** By the clause's id. */
  progress: Record<Id, ClauseProgress>;
  hours: ShownHours[];
  mayWrite: boolean;
}

/** Contracts of the organisation that the filter lets through, what asks for something first, with their sums. */
export async function readContracts(
  db: Kysely<Database>,
  {
    organisationId,
    filter,
    ...reader
  }: { organisationId: Id; filter: FollowedFilter; today: IsoDate; mayWrite: boolean },
): Promise<ContractList> {
  const { contracts, clauses } = await followAll(db, { organisationId, today: reader.today });
  const rows = followContracts(contracts, clauses)
    .filter((row) => isFollowed(row, filter))
    .toSorted(byNeed);
  const years = new Set(
    contracts.flatMap(({ startsOn, endsOn }) => yearsBetween(yearOf(startsOn), yearOf(endsOn))),
  );
  return {
    rows,
    totals: totalsOf(rows),
    years: [...years].toSorted((a, b) => b - a),
    mayWrite: reader.mayWrite,
  };
}

/** Every clause of the organisation with where it stands, in the order of contracts and lots. */
export async function readClauses(
  db: Kysely<Database>,
  { organisationId, filter, today }: { organisationId: Id; filter: FollowedFilter; today: IsoDate },
): Promise<FollowedClause[]> {
  const { contracts, clauses } = await followAll(db, { organisationId, today });
  const shown = new Set(
    followContracts(contracts, clauses).flatMap((row) => (isFollowed(row, filter) ? [row.id] : [])),
  );
  return clauses.filter(({ contract }) => shown.has(contract.id));
}

/** The contract; people under five are hidden from who may not write. NOT_FOUND: the organisation has no such one. */
export async function readContract(
  db: Kysely<Database>,
  { mayWrite, today, ...key }: ContractKey & { today: IsoDate; mayWrite: boolean },
): Promise<ContractView> {
  const contract = await findContract(db, key);
  if (contract === undefined) throw new AppError("NOT_FOUND");
  const { organisationId, id: contractId } = key;
  const hours = await listClauseHours(db, { organisationId, months: null, contractId });
  const doneE2 = new Map(
    contract.lots.flatMap((lot) =>
      lot.clauses.map(({ id }) => [id, sumHoursE2(hours.filter(({ clauseId }) => clauseId === id))]),
    ),
  );
  const clauses = followClauses([contract], { doneE2, today });
  return {
    contract,
    progress: Object.fromEntries(clauses.map(({ clause, progress }) => [clause.id, progress])),
    hours: mayWrite ? hours : hideSmallCounts(hours),
    mayWrite,
  };
}

async function followAll(
  db: Kysely<Database>,
  { organisationId, today }: { organisationId: Id; today: IsoDate },
): Promise<{ contracts: Contract[]; clauses: FollowedClause[] }> {
  const contracts = await listContracts(db, organisationId);
  const doneE2 = await sumHoursByClause(db, { organisationId, months: null });
  return { contracts, clauses: followClauses(contracts, { doneE2, today }) };
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
