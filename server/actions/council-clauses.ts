import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listClauseHours } from "../../db/queries/clause-hours.ts";
import { listContracts } from "../../db/queries/contracts.ts";
import { addDays } from "../../shared/calendar.ts";
import type { ClauseHours } from "../../shared/clauses/hours.ts";
import { sumHoursE2 } from "../../shared/clauses/hours.ts";
import { plannedHoursE2 } from "../../shared/clauses/planned-hours.ts";
import { expectedHoursE2 } from "../../shared/clauses/progress.ts";
import type { ClauseWay } from "../../shared/clauses/ways.ts";
import { CLAUSE_WAY_LABELS, CLAUSE_WAYS } from "../../shared/clauses/ways.ts";
import type { Contract, PlacedClause } from "../../shared/contracts.ts";
import { clausesOf, contractAmountHtCents, waysOf } from "../../shared/contracts.ts";
import type { ReportRow, ReportValue } from "../../shared/council-report.ts";
import type { Id } from "../../shared/ids.ts";
import type { Translated } from "../../shared/locales.ts";
import { semesterDays, semesterRange } from "../../shared/semesters.ts";
import { INSERTION_STATUS_LABELS, INSERTION_STATUSES } from "../../shared/social-statuses.ts";
import type { ComparedSemesters } from "./council-canteens.ts";
import { row } from "./council-canteens.ts";

type Key = keyof ComparedSemesters;

/** Contracts that ran in a semester and carry a clause, and the hours done under every clause then. */
interface ClauseSemester {
  days: { from: string; to: string };
  contracts: Contract[];
  hours: ClauseHours[];
}

/** The organisation's clauses: of all ways, way by way, then by kind of employer; empty: no contract carries one. */
export async function readClauseRows(
  db: Kysely<Database>,
  organisationId: Id,
  semesters: ComparedSemesters,
): Promise<ReportRow[]> {
  const contracts = (await listContracts(db, organisationId)).filter((one) => waysOf(one).length > 0);
  const semesterAt = async (key: Key): Promise<ClauseSemester> => {
    const days = semesterDays(semesters[key]);
    const months = semesterRange(semesters[key]);
    return {
      days,
      contracts: contracts.filter(({ startsOn, endsOn }) => startsOn <= days.to && endsOn >= days.from),
      hours: await listClauseHours(db, { organisationId, months, contractId: null }),
    };
  };
  const told: Told = {
    all: clausesOf(contracts),
    now: await semesterAt("now"),
    before: await semesterAt("before"),
    yearBefore: await semesterAt("yearBefore"),
  };
  if (told.now.contracts.length === 0 && told.now.hours.length === 0) return [];
  const ways = CLAUSE_WAYS.filter((way) => contracts.some((contract) => waysOf(contract).includes(way)));
  return [...wayRows(told, null), ...ways.flatMap((way) => wayRows(told, way)), ...employerRows(told)];
}

interface Told extends Readonly<Record<Key, ClauseSemester>> {
  /** Every clause of the organisation. */
  all: readonly PlacedClause[];
}

/** Of one way, or of all: a contract that carries two counts once in each and once in all. */
function wayRows(told: Told, way: ClauseWay | null): ReportRow[] {
  const subject = way === null ? null : CLAUSE_WAY_LABELS[way];
  const clauses = told.all.filter(({ clause }) => way === null || clause.way === way);
  const ids = new Set(clauses.map(({ clause }) => clause.id));
  const running = (key: Key): Contract[] =>
    told[key].contracts.filter((contract) => way === null || waysOf(contract).includes(way));
  const planned = (key: Key): number =>
    clauses.reduce((sum, placed) => sum + plannedWithin(placed, told[key].days), 0);
  const done = (key: Key): number => sumHoursE2(told[key].hours.filter(({ clauseId }) => ids.has(clauseId)));
  return [
    row("CLAUSE_CONTRACTS", (key) => running(key).length, subject),
    row(
      "CLAUSE_AMOUNT",
      (key) => running(key).reduce((sum, one) => sum + contractAmountHtCents(one), 0),
      subject,
    ),
    row("CLAUSE_PLANNED", planned, subject),
    row("CLAUSE_DONE", done, subject),
  ];
}

/** Planned hours in proportion to the days of the clause that fall within; 0: it plans none. */
function plannedWithin({ lot, clause }: PlacedClause, { from, to }: { from: string; to: string }): number {
  const plannedE2 = plannedHoursE2(lot.amountHtCents, clause);
  if (plannedE2 === null) return 0;
  return expectedHoursE2(clause, plannedE2, to) - expectedHoursE2(clause, plannedE2, addDays(from, -1));
}

const HOLDER: Translated = {
  fr: "Titulaires, sans structure d'insertion",
  en: "Holders, without a structure",
};

/** Hours by kind of employer, of the kinds that did some in one of the semesters. */
function employerRows(told: Told): ReportRow[] {
  const kinds = new Map(
    told.all.flatMap(({ clause }) => clause.employers.map(({ id, kind }) => [id, kind] as const)),
  );
  return [...INSERTION_STATUSES, null].flatMap((kind): ReportRow[] => {
    const done = (key: Key): ReportValue =>
      sumHoursE2(told[key].hours.filter(({ employerId }) => (kinds.get(employerId) ?? null) === kind));
    const subject = kind === null ? HOLDER : INSERTION_STATUS_LABELS[kind];
    const one = row("CLAUSE_DONE_BY", done, subject);
    return [one.now, one.before, one.yearBefore].every((value) => value === 0) ? [] : [one];
  });
}
