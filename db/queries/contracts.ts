import type { Kysely } from "kysely";
import type { AwardedLot, Clause, ClauseEmployer, Contract } from "../../shared/contracts.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Database } from "../database.ts";
import type { ClauseEmployersTable, ClausesTable } from "../tables/clauses.ts";
import type { AwardedLotsTable, ContractsTable } from "../tables/contracts.ts";

/** Whose contract it is. */
export interface ContractKey {
  organisationId: Id;
  id: Id;
}

/** The organisation's contract with its lots, clauses and employers; undefined: it has no such one. */
export async function findContract(
  db: Kysely<Database>,
  { organisationId, id }: ContractKey,
): Promise<Contract | undefined> {
  const [contract] = await readContracts(db, organisationId, id);
  return contract;
}

/** Every contract of the organisation, the latest to begin first, then by number. */
export function listContracts(db: Kysely<Database>, organisationId: Id): Promise<Contract[]> {
  return readContracts(db, organisationId, null);
}

/** Which organisation holds the contract; undefined: there is no such contract. */
export async function findContractOrganisation(db: Kysely<Database>, id: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom("contracts")
    .select("organisation_id")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.organisation_id;
}

/** The organisation's contract of that number, whatever the case and accents; undefined: none. */
export async function findContractByNumber(
  db: Kysely<Database>,
  { organisationId, number }: { organisationId: Id; number: string },
): Promise<Id | undefined> {
  const row = await db
    .selectFrom("contracts")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("number_search", "=", searchKey(number))
    .executeTakeFirst();
  return row?.id;
}

/** Whether a lot, a clause or an employer of the contract has the id of another contract's. */
export async function hasPartsOfOthers(db: Kysely<Database>, { id, lots }: Contract): Promise<boolean> {
  const clauses = lots.flatMap((lot) => lot.clauses);
  const [lot, clause, employer] = await Promise.all([
    db
      .selectFrom("awarded_lots as l")
      .select("l.id")
      .where("l.id", "in", idsOf(lots))
      .where("l.contract_id", "!=", id)
      .executeTakeFirst(),
    db
      .selectFrom("clauses as c")
      .innerJoin("awarded_lots as l", "l.id", "c.lot_id")
      .select("c.id")
      .where("c.id", "in", idsOf(clauses))
      .where("l.contract_id", "!=", id)
      .executeTakeFirst(),
    db
      .selectFrom("clause_employers as e")
      .innerJoin("clauses as c", "c.id", "e.clause_id")
      .innerJoin("awarded_lots as l", "l.id", "c.lot_id")
      .select(["e.id"])
      .where("e.id", "in", idsOf(clauses.flatMap(({ employers }) => employers)))
      .where("l.contract_id", "!=", id)
      .executeTakeFirst(),
  ]);
  return [lot, clause, employer].some((found) => found !== undefined);
}

/** Adds a contract, or replaces all of it but whose it is. What it no longer holds has no hours. */
export async function upsertContract(
  db: Kysely<Database>,
  organisationId: Id,
  contract: Contract & { createdAt: IsoInstant },
): Promise<void> {
  const { id, number, subject, kind, procedure, startsOn, endsOn } = contract;
  const columns = { number, number_search: searchKey(number), subject, kind, procedure };
  const dates = { starts_on: startsOn, ends_on: endsOn };
  await db
    .insertInto("contracts")
    .values({ id, organisation_id: organisationId, created_at: contract.createdAt, ...columns, ...dates })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ ...columns, ...dates }))
    .execute();
  for (const [position, lot] of contract.lots.entries())
    await upsertLot(db, { ...lot, position, contractId: id, organisationId });
  await deletePartsBut(db, contract);
}

/** Removes a contract that has no hours, with all it holds. */
export async function deleteContract(db: Kysely<Database>, id: Id): Promise<void> {
  await deletePartsBut(db, { id, lots: [] });
  await db.deleteFrom("contracts").where("id", "=", id).execute();
}

async function readContracts(db: Kysely<Database>, organisationId: Id, id: Id | null): Promise<Contract[]> {
  let contracts = db.selectFrom("contracts").selectAll().where("organisation_id", "=", organisationId);
  let lots = db.selectFrom("awarded_lots").selectAll().where("organisation_id", "=", organisationId);
  let clauses = db.selectFrom("clauses").selectAll().where("organisation_id", "=", organisationId);
  let employers = db.selectFrom("clause_employers").selectAll().where("organisation_id", "=", organisationId);
  if (id !== null) {
    const ofLots = db.selectFrom("awarded_lots").select("id").where("contract_id", "=", id);
    contracts = contracts.where("id", "=", id);
    lots = lots.where("contract_id", "=", id);
    clauses = clauses.where("lot_id", "in", ofLots);
    employers = employers.where(
      "clause_id",
      "in",
      db.selectFrom("clauses").select("id").where("lot_id", "in", ofLots),
    );
  }
  const employersOf = byParent(
    await employers.orderBy("position").orderBy("id").execute(),
    ({ clause_id }) => clause_id,
  );
  const clausesOf = byParent(
    await clauses.orderBy("position").orderBy("id").execute(),
    ({ lot_id }) => lot_id,
  );
  const lotsOf = byParent(
    await lots.orderBy("position").orderBy("id").execute(),
    ({ contract_id }) => contract_id,
  );
  const rows = await contracts.orderBy("starts_on", "desc").orderBy("number_search").orderBy("id").execute();
  const clause = (row: ClausesTable): Clause => toClause(row, employersOf(row.id).map(toEmployer));
  const lot = (row: AwardedLotsTable): AwardedLot => toLot(row, clausesOf(row.id).map(clause));
  return rows.map((row) => toContract(row, lotsOf(row.id).map(lot)));
}

function byParent<Row>(rows: readonly Row[], parentOf: (row: Row) => Id): (parent: Id) => Row[] {
  const groups = new Map<Id, Row[]>();
  for (const row of rows) {
    const siblings = groups.get(parentOf(row));
    if (siblings === undefined) groups.set(parentOf(row), [row]);
    else siblings.push(row);
  }
  return (parent) => groups.get(parent) ?? [];
}

interface PlacedLot extends AwardedLot {
  position: number;
  contractId: Id;
  organisationId: Id;
}

async function upsertLot(db: Kysely<Database>, lot: PlacedLot): Promise<void> {
  const { id, position, contractId, organisationId } = lot;
  const columns = {
    position,
    number: lot.number,
    subject: lot.subject,
    supplier_id: lot.supplierId,
    holder_name: lot.holderName,
    holder_siret: lot.holderSiret,
    amount_ht_cents: lot.amountHtCents,
  };
  await db
    .insertInto("awarded_lots")
    .values({ id, contract_id: contractId, organisation_id: organisationId, ...columns })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
  for (const [index, clause] of lot.clauses.entries())
    await upsertClause(db, { ...clause, position: index, lotId: id, organisationId });
}

interface PlacedClause extends Clause {
  position: number;
  lotId: Id;
  organisationId: Id;
}

async function upsertClause(db: Kysely<Database>, clause: PlacedClause): Promise<void> {
  const { id, position, lotId, organisationId, formula } = clause;
  const columns = {
    position,
    lot_id: lotId,
    way: clause.way,
    labour_share_bp: formula?.labourShareBp ?? null,
    insertion_share_bp: formula?.insertionShareBp ?? null,
    hourly_cost_cents: formula?.hourlyCostCents ?? null,
    agreed_hours_e2: clause.agreedHoursE2,
    agreed_reason: clause.agreedReason,
    starts_on: clause.startsOn,
    ends_on: clause.endsOn,
    facilitator: clause.facilitator,
  };
  await db
    .insertInto("clauses")
    .values({ id, organisation_id: organisationId, ...columns })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
  for (const [index, { id: employerId, name, kind, siret }] of clause.employers.entries()) {
    const employer = { position: index, name, kind, siret };
    await db
      .insertInto("clause_employers")
      .values({ id: employerId, clause_id: id, organisation_id: organisationId, ...employer })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(employer))
      .execute();
  }
}

/** Takes away the contract's employers, clauses and lots that are not among these. */
async function deletePartsBut(
  db: Kysely<Database>,
  { id, lots }: Pick<Contract, "id" | "lots">,
): Promise<void> {
  const clauses = lots.flatMap((lot) => lot.clauses);
  const ofContract = db.selectFrom("awarded_lots").select("id").where("contract_id", "=", id);
  await db
    .deleteFrom("clause_employers")
    .where("clause_id", "in", db.selectFrom("clauses").select("id").where("lot_id", "in", ofContract))
    .where("id", "not in", idsOf(clauses.flatMap(({ employers }) => employers)))
    .execute();
  await db
    .deleteFrom("clauses")
    .where("lot_id", "in", ofContract)
    .where("id", "not in", idsOf(clauses))
    .execute();
  await db
    .deleteFrom("awarded_lots")
    .where("contract_id", "=", id)
    .where("id", "not in", idsOf(lots))
    .execute();
}

/** No engine takes an empty list: then nobody's id stands in. */
function idsOf(things: readonly { id: Id }[]): Id[] {
  return things.length === 0 ? [""] : things.map(({ id }) => id);
}

function toContract(row: ContractsTable, lots: AwardedLot[]): Contract {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    // Written from the schema's own list.
    kind: row.kind as Contract["kind"],
    procedure: row.procedure as Contract["procedure"],
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    lots,
  };
}

function toLot(row: AwardedLotsTable, clauses: Clause[]): AwardedLot {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    supplierId: row.supplier_id,
    holderName: row.holder_name,
    holderSiret: row.holder_siret,
    amountHtCents: row.amount_ht_cents,
    clauses,
  };
}

function toClause(row: ClausesTable, employers: ClauseEmployer[]): Clause {
  const { labour_share_bp, insertion_share_bp, hourly_cost_cents } = row;
  const told = labour_share_bp !== null && insertion_share_bp !== null && hourly_cost_cents !== null;
  return {
    id: row.id,
    way: row.way as Clause["way"],
    formula: told
      ? {
          labourShareBp: labour_share_bp,
          insertionShareBp: insertion_share_bp,
          hourlyCostCents: hourly_cost_cents,
        }
      : null,
    agreedHoursE2: row.agreed_hours_e2,
    agreedReason: row.agreed_reason,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    facilitator: row.facilitator,
    employers,
  };
}

function toEmployer(row: ClauseEmployersTable): ClauseEmployer {
  return { id: row.id, name: row.name, kind: row.kind as ClauseEmployer["kind"], siret: row.siret };
}
