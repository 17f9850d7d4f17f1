import * as z from "zod/mini";
import { compareDates } from "../calendar.ts";
import type { Contract, ContractInput, ContractKind, PlacedClause } from "../contracts.ts";
import { CONTRACT_KINDS, clausesOf, contractAmountHtCents, runsIn, waysOf } from "../contracts.ts";
import type { IsoDate } from "../facts.ts";
import { searchField } from "../fields.ts";
import type { Id } from "../ids.ts";
import { searchKey } from "../normalise.ts";
import { yearField } from "../periods.ts";
import { plannedHoursE2 } from "./planned-hours.ts";
import type { ClauseProgress } from "./progress.ts";
import { CLAUSE_STATES, clauseProgress, progressOfAll } from "./progress.ts";
import type { ClauseWay } from "./ways.ts";
import { CLAUSE_WAYS } from "./ways.ts";

/** Which contracts; what is absent or null narrows nothing. */
export const followedFilterSchema = z.object({
  kind: z.nullish(z.enum(CONTRACT_KINDS)),
  way: z.nullish(z.enum(CLAUSE_WAYS)),
  /** NONE: contracts without a clause. */
  state: z.nullish(z.enum([...CLAUSE_STATES, "NONE"])),
  /** Those that run on one of its days. */
  year: z.nullish(yearField),
  search: z.nullish(searchField),
});
export type FollowedFilter = z.infer<typeof followedFilterSchema>;

/** A contract with where its clauses stand, as one row. */
export interface FollowedContract extends Pick<ContractInput, "number" | "subject" | "procedure"> {
  id: Id;
  kind: ContractKind;
  startsOn: IsoDate;
  endsOn: IsoDate;
  amountHtCents: number;
  /** Each once, in the order of the lots. */
  holders: string[];
  ways: ClauseWay[];
  /** How many. */
  clauses: number;
  /** Null: no clause. */
  progress: ClauseProgress | null;
}

/** The clause with what was done of it. */
export interface FollowedClause extends PlacedClause {
  progress: ClauseProgress;
}

/** Clauses of the contracts, in their order. `doneE2`: hundredths of an hour by the clause's id. */
export function followClauses(
  contracts: readonly Contract[],
  { doneE2, today }: { doneE2: ReadonlyMap<Id, number>; today: IsoDate },
): FollowedClause[] {
  return clausesOf(contracts).map((placed) => ({
    ...placed,
    progress: clauseProgress(placed.clause, {
      plannedE2: plannedHoursE2(placed.lot.amountHtCents, placed.clause),
      doneE2: doneE2.get(placed.clause.id) ?? 0,
      today,
    }),
  }));
}

/** The contracts as rows, in their order. */
export function followContracts(
  contracts: readonly Contract[],
  clauses: readonly FollowedClause[],
): FollowedContract[] {
  return contracts.map((contract) => {
    const own = clauses.filter((clause) => clause.contract.id === contract.id);
    const { id, number, subject, kind, procedure, startsOn, endsOn } = contract;
    return {
      ...{ id, number, subject, kind, procedure, startsOn, endsOn },
      amountHtCents: contractAmountHtCents(contract),
      holders: [...new Set(contract.lots.map(({ holderName }) => holderName))],
      ways: waysOf(contract),
      clauses: own.length,
      progress: progressOfAll(own.map(({ progress }) => progress)),
    };
  });
}

/** What asks for something first: by state, then most hours missing, then soonest to end. */
export function byNeed(one: FollowedContract, other: FollowedContract): number {
  return (
    rankOf(one) - rankOf(other) ||
    (other.progress?.behindE2 ?? 0) - (one.progress?.behindE2 ?? 0) ||
    compareDates(one.endsOn, other.endsOn) ||
    compareDates(one.id, other.id)
  );
}

function rankOf({ progress }: FollowedContract): number {
  return progress === null ? CLAUSE_STATES.length : CLAUSE_STATES.indexOf(progress.state);
}

/** Whether the filter lets the contract through. */
export function isFollowed(contract: FollowedContract, filter: FollowedFilter): boolean {
  const { kind, way, state, year, search } = filter;
  const words = searchKey(search ?? "");
  const text = searchKey([contract.number, contract.subject, ...contract.holders].join(" "));
  return (
    (kind == null || contract.kind === kind) &&
    (way == null || contract.ways.includes(way)) &&
    (state == null || (contract.progress?.state ?? "NONE") === state) &&
    (year == null || runsIn(contract, year)) &&
    text.includes(words)
  );
}

/** Sums of a list of contracts. */
export interface FollowedTotals {
  contracts: number;
  amountHtCents: number;
  /** Those with a clause. */
  withClause: number;
  withClauseHtCents: number;
  /** Over the clauses that plan hours, hundredths. */
  plannedE2: number;
  doneE2: number;
  late: number;
  behindE2: number;
}

/** What the rows add up to; hours of clauses without a plan are counted nowhere. */
export function totalsOf(rows: readonly FollowedContract[]): FollowedTotals {
  const clause = rows.filter(({ clauses }) => clauses > 0);
  const planned = clause.flatMap(({ progress }) =>
    progress === null || progress.plannedE2 === null ? [] : [progress],
  );
  const late = planned.filter(({ state }) => state === "LATE");
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    contracts: rows.length,
    amountHtCents: sum(rows.map(({ amountHtCents }) => amountHtCents)),
    withClause: clause.length,
    withClauseHtCents: sum(clause.map(({ amountHtCents }) => amountHtCents)),
    plannedE2: sum(planned.map(({ plannedE2 }) => plannedE2 ?? 0)),
    doneE2: sum(planned.map(({ doneE2 }) => doneE2)),
    late: late.length,
    behindE2: sum(late.map(({ behindE2 }) => behindE2)),
  };
}
