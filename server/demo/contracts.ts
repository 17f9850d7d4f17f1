import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertClauseHours } from "../../db/queries/clause-hours.ts";
import { upsertContract } from "../../db/queries/contracts.ts";
import { addDays, monthOf, splitDate, toIsoDate } from "../../shared/calendar.ts";
import type { ClauseHours } from "../../shared/clauses/hours.ts";
import { plannedHoursE2 } from "../../shared/clauses/planned-hours.ts";
import { expectedHoursE2 } from "../../shared/clauses/progress.ts";
import { CLAUSE_WAYS } from "../../shared/clauses/ways.ts";
import type { AwardedLot, Clause, ClauseEmployer, Contract } from "../../shared/contracts.ts";
import { CONTRACT_KINDS, CONTRACT_PROCEDURES, clausesOf } from "../../shared/contracts.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { apportionCents } from "../../shared/money.ts";
import { createRandom } from "../../shared/random.ts";
import { INSERTION_STATUSES } from "../../shared/social-statuses.ts";
import { DEMO_ORGANISATION_ID } from "./accounts.ts";
import { CLAUSES, CONTRACTS, EMPLOYERS, LOTS } from "./data/contracts.ts";
import { fictionalSiret } from "./fictional-numbers.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { DEMO_SUPPLIERS } from "./suppliers.ts";
import { oneOf, readRows, required } from "./table.ts";

/** First rank of holders and employers in the range of fictional numbers; suppliers come before. */
const FIRST_RANK = 400;
/** Hours that one person works in a month, at most full time. */
const MONTH_HOURS_E2 = 10_500;

/** The contracts of the Département as they are `today`, with the hours done under them up to the month before. */
export function demoContracts(today: IsoDate): { contracts: Contract[]; hours: ClauseHours[] } {
  const contracts = readRows(CONTRACTS).map((cells) => contractOf(cells, today));
  const paces = new Map(
    readRows(CLAUSES).map(([contract, lot, , , , , , , , pace]) => [
      clauseId(contract, lot),
      Number(pace) * 100,
    ]),
  );
  const hours = clausesOf(contracts).flatMap(({ lot, clause }) =>
    hoursOf(lot, clause, { paceBp: paces.get(clause.id) ?? 0, today }),
  );
  return { contracts, hours };
}

/** Writes them. */
export async function insertDemoContracts(trx: Transaction<Database>, today: IsoDate): Promise<void> {
  const { contracts, hours } = demoContracts(today);
  for (const contract of contracts)
    await upsertContract(trx, DEMO_ORGANISATION_ID, {
      ...contract,
      createdAt: `${FIRST_DAY}T08:00:00.000Z`,
    });
  await insertClauseHours(trx, DEMO_ORGANISATION_ID, hours);
}

function contractOf(cells: (string | null)[], today: IsoDate): Contract {
  const [key, number, kind, procedure, subject, first, months] = cells;
  const row = required(key, "contract");
  const startsOn = firstDay(today, Number(first));
  const endsOn = addDays(firstDay(startsOn, Number(months)), -1);
  return {
    id: demoId(FIRST_DAY, `contract ${row}`),
    number: `${startsOn.slice(0, 4)}-${required(number, row)}`,
    subject: required(subject, row),
    kind: oneOf(CONTRACT_KINDS, kind ?? null, row),
    procedure: oneOf(CONTRACT_PROCEDURES, procedure ?? null, row),
    startsOn,
    endsOn,
    lots: readRows(LOTS)
      .filter(([contract]) => contract === row)
      .map((lot) => lotOf(lot, { startsOn, endsOn })),
  };
}

function lotOf(cells: (string | null)[], span: Pick<Clause, "startsOn" | "endsOn">): AwardedLot {
  const [contract, number = null, subject = null, holder, euros] = cells;
  const row = `${contract} ${number}`;
  const name = required(holder, row);
  const supplier = DEMO_SUPPLIERS.find(({ key }) => key === name)?.supplier;
  return {
    id: demoId(FIRST_DAY, `lot ${row}`),
    number,
    subject,
    supplierId: supplier?.id ?? null,
    holderName: supplier?.name ?? name,
    holderSiret: supplier?.siret ?? fictionalSiret(FIRST_RANK + rankOf(name)),
    amountHtCents: Number(euros) * 100,
    clauses: readRows(CLAUSES)
      .filter(([of, lot]) => of === contract && lot === number)
      .map((clause) => clauseOf(clause, span)),
  };
}

function clauseOf(cells: (string | null)[], span: Pick<Clause, "startsOn" | "endsOn">): Clause {
  const [contract, lot, way, labour, insertion, cost, agreed, reason, facilitator, , employers] = cells;
  const row = `${contract} ${lot}`;
  const told = labour !== null && insertion !== null && cost !== null;
  return {
    id: clauseId(contract, lot),
    way: oneOf(CLAUSE_WAYS, way ?? null, row),
    formula: told
      ? {
          labourShareBp: Number(labour) * 100,
          insertionShareBp: Number(insertion) * 100,
          hourlyCostCents: Number(cost) * 100,
        }
      : null,
    agreedHoursE2: agreed === null ? null : Number(agreed) * 100,
    agreedReason: reason ?? null,
    ...span,
    facilitator: facilitator ?? null,
    employers: required(employers, row)
      .split(" ")
      .map((key) => employerOf(key, row)),
  };
}

function employerOf(key: string, row: string): ClauseEmployer {
  const [, name, kind] = required(
    readRows(EMPLOYERS).find(([known]) => known === key),
    key,
  );
  return {
    id: demoId(FIRST_DAY, `employer ${row} ${key}`),
    name: required(name, key),
    kind: kind === null ? null : oneOf(INSERTION_STATUSES, kind ?? null, key),
    siret: kind === null ? null : siretOf(required(name, key)),
  };
}

/** A structure that is also a supplier or a holder has the number it has there. */
function siretOf(name: string): string {
  const supplier = DEMO_SUPPLIERS.find((one) => one.supplier.name === name)?.supplier;
  return supplier?.siret ?? fictionalSiret(FIRST_RANK + rankOf(name));
}

function rankOf(name: string): number {
  const names = [
    ...readRows(LOTS).map(([, , , holder]) => holder),
    ...readRows(EMPLOYERS).map(([, employer]) => employer),
  ];
  return [...new Set(names)].indexOf(name);
}

/** Every month a little more or less than its part. */
function hoursOf(
  lot: AwardedLot,
  clause: Clause,
  { paceBp, today }: { paceBp: number; today: IsoDate },
): ClauseHours[] {
  const random = createRandom(`hours ${clause.id}`);
  const planned = plannedHoursE2(lot.amountHtCents, clause) ?? 0;
  const hours: ClauseHours[] = [];
  for (let first = clause.startsOn; first < `${monthOf(today)}-01` && first <= clause.endsOn; ) {
    const next = firstDay(first, 1);
    const part =
      expectedHoursE2(clause, planned, addDays(next, -1)) -
      expectedHoursE2(clause, planned, addDays(first, -1));
    const done = Math.round((part * paceBp * random.between(80, 120)) / 1_000_000 / 25) * 25;
    const parts = apportionCents(
      done,
      clause.employers.map((_, index) => 3 - index),
    );
    for (const [index, { id: employerId }] of clause.employers.entries()) {
      const hoursE2 = parts[index] ?? 0;
      hours.push({
        ...{ clauseId: clause.id, employerId, month: monthOf(first), hoursE2 },
        people: Math.ceil(hoursE2 / MONTH_HOURS_E2),
      });
    }
    first = next;
  }
  return hours;
}

function clauseId(contract: string | null | undefined, lot: string | null | undefined): string {
  return demoId(FIRST_DAY, `clause ${contract} ${lot}`);
}

/** The first day of the month so many months after that of the day. */
function firstDay(day: IsoDate, months: number): IsoDate {
  const { year, month } = splitDate(day);
  const count = year * 12 + (month - 1) + months;
  return toIsoDate({ year: Math.floor(count / 12), month: (count % 12) + 1, day: 1 });
}
