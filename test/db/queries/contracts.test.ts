import { expect, test } from "vitest";
import {
  deleteClauseHours,
  listClauseHours,
  sumHoursByClause,
  sumHoursBySupplier,
  upsertClauseHours,
} from "../../../db/queries/clause-hours.ts";
import {
  deleteContract,
  findContract,
  findContractByNumber,
  hasPartsOfOthers,
  listContracts,
  upsertContract,
} from "../../../db/queries/contracts.ts";
import { yearRange } from "../../../shared/periods.ts";
import { aClause, aContract, anAwardedLot, anEmployer } from "../../support/contracts.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { NOW, seedOrganisation, seedSupplier } from "../../support/seed.ts";

describeOnEngines("contracts", (on) => {
  test("comes back as it was saved, and as it is saved again without a part", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const kept = aClause({ employers: [anEmployer(), anEmployer({ kind: null })] });
    const contract = aContract({
      lots: [
        anAwardedLot({ number: "1", clauses: [kept, aClause({ way: "RESERVED", formula: null })] }),
        anAwardedLot({ number: "2", clauses: [] }),
      ],
    });
    await upsertContract(on.db, organisationId, { ...contract, createdAt: NOW });
    const key = { organisationId, id: contract.id };
    expect(await findContract(on.db, key)).toEqual(contract);
    expect(await listContracts(on.db, organisationId)).toEqual([contract]);
    expect(await findContractByNumber(on.db, { organisationId, number: "2026-tx-01" })).toBe(contract.id);

    const [first] = contract.lots;
    const fewer = { ...contract, lots: first === undefined ? [] : [{ ...first, clauses: [kept] }] };
    await upsertContract(on.db, organisationId, { ...fewer, createdAt: NOW });
    expect(await findContract(on.db, key)).toEqual(fewer);
    await deleteContract(on.db, contract.id);
    expect(await findContract(on.db, key)).toBeUndefined();
    expect(await on.db.selectFrom("clause_employers").selectAll().execute()).toEqual([]);
  });

  test("tells a part that another contract has", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const one = aContract();
    await upsertContract(on.db, organisationId, { ...one, createdAt: NOW });
    const [lot] = one.lots;
    const [clause] = lot?.clauses ?? [];
    const other = aContract({ number: "2026-TX-02" });
    expect(await hasPartsOfOthers(on.db, one)).toBe(false);
    expect(await hasPartsOfOthers(on.db, other)).toBe(false);
    expect(await hasPartsOfOthers(on.db, { ...other, lots: one.lots })).toBe(true);
    const stolen = [aClause({ id: clause?.id ?? "" }), aClause({ employers: clause?.employers ?? [] })];
    for (const theft of stolen)
      expect(await hasPartsOfOthers(on.db, { ...other, lots: [anAwardedLot({ clauses: [theft] })] })).toBe(
        true,
      );
  });

  test("adds the hours of a period by clause and by supplier", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const { id: supplierId } = await seedSupplier(on.db);
    const employers = [anEmployer(), anEmployer({ kind: "EI" })];
    const clause = aClause({ employers });
    const lot = anAwardedLot({ supplierId, clauses: [clause] });
    const contract = aContract({ lots: [lot] });
    await upsertContract(on.db, organisationId, { ...contract, createdAt: NOW });
    for (const [index, { id: employerId }] of employers.entries())
      for (const month of ["2025-12", "2026-01", "2026-02"])
        await upsertClauseHours(on.db, {
          ...{ organisationId, clauseId: clause.id, employerId, month },
          ...{ hoursE2: 10_050 * (index + 1), people: index === 0 ? null : 6 },
        });
    const [first] = employers;
    await deleteClauseHours(on.db, { employerId: first?.id ?? "", month: "2026-02" });
    const months = yearRange(2026);
    expect(await sumHoursByClause(on.db, { organisationId, months })).toEqual(new Map([[clause.id, 50_250]]));
    expect(await sumHoursByClause(on.db, { organisationId, months: null })).toEqual(
      new Map([[clause.id, 80_400]]),
    );
    expect(await sumHoursBySupplier(on.db, { organisationId, months })).toEqual(
      new Map([[supplierId, 50_250]]),
    );
    const listed = await listClauseHours(on.db, { organisationId, months, contractId: contract.id });
    expect(listed.map(({ month, hoursE2 }) => [month, hoursE2]).sort()).toEqual([
      ["2026-01", 10_050],
      ["2026-01", 20_100],
      ["2026-02", 20_100],
    ]);
    const { organisationId: stranger } = await seedOrganisation(on.db);
    expect(
      await listClauseHours(on.db, { organisationId: stranger, months: null, contractId: contract.id }),
    ).toEqual([]);
  });
});
