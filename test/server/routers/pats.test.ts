import { beforeAll, expect, test } from "vitest";
import { insertTerritories } from "../../../db/queries/territories.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { appRouter } from "../../../server/router.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import { territoryCode } from "../../../shared/territories.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  COMMUNES,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

const ARRAS = "62041";
const LENS = "62498";
const AMIENS = "80021";

describeOnEngines("pats router", (on) => {
  const createCaller = createCallerFactory(appRouter);
  let organisationId: Id = "";
  let lineId: Id = "";
  const id = newId();
  const code = territoryCode("PAT", id);

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    await insertTerritories(on.db, [{ code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" }]);
    const canteen = await seedCanteen(on.db, { organisationId, commune: ARRAS });
    const supplier = await seedSupplier(on.db);
    const line = anOrderLine({ originCommunes: [LENS], producerId: supplier.id });
    lineId = line.id;
    await saveOrder(actionContext(on), canteen.id, anOrder({ supplierId: supplier.id, lines: [line] }));
  });

  async function administrator(of: Id = organisationId) {
    const grants: Grant[] = [{ role: "administrator", scopeKind: "organisation", scopeId: of }];
    return createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  }
  const save = async (communes: string[], name = "PAT de l'Artois") =>
    await (await administrator()).pats.save({ id, input: { name, communes } });
  const movedOf = (from: string, to: string) => ({
    saved: true,
    id,
    moved: { lines: 1, moves: [{ fact: "local", from, to, lines: 1, amountCents: 2_000 }] },
  });
  const refusal = (issue: string) => ({
    saved: false,
    issues: [{ field: "communes", code: issue, otherId: null }],
  });

  test("an organisation draws a PAT and reads it back with its communes by name", async () => {
    expect(await save([LENS, ARRAS, LENS])).toEqual({ saved: true, id, moved: null });
    expect(await (await administrator()).pats.list()).toEqual([
      {
        code,
        id,
        name: "PAT de l'Artois",
        communes: [
          { code: ARRAS, name: "Arras", departement: "62" },
          { code: LENS, name: "Lens", departement: "62" },
        ],
        granted: false,
      },
    ]);
  });

  test("none or unknown communes are refused", async () => {
    await expect(save([])).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await save([ARRAS, "62999"])).toEqual(refusal("commune"));
  });

  test("once « local » means a PAT, a change of its communes moves the lines and says so", async () => {
    const caller = await administrator();
    const definition = { validFrom: "2026-01-01", scope: "PAT", radiusM: null } as const;
    await caller.localDefinitions.save({ id: newId(), input: definition });
    expect(await save([ARRAS])).toEqual(movedOf("confirmed", "no"));
    expect(await save([ARRAS, LENS])).toEqual(movedOf("no", "confirmed"));
    expect(await save([ARRAS, LENS], "PAT Artois")).toEqual({ saved: true, id, moved: null });
    const line = await on.db
      .selectFrom("order_lines")
      .innerJoin("verdicts", "verdicts.id", "order_lines.verdict_id")
      .selectAll("verdicts")
      .where("order_lines.id", "=", lineId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(line)).toContain("local-inside");
    expect(await checkCube(on.db)).toMatchObject({ differences: [], staleVerdicts: [] });
  });

  test("one on which somebody has a role stays inside the territory, and is not removed", async () => {
    const caller = await administrator();
    const official: Grant = { role: "official", scopeKind: "territory", scopeId: code };
    const { id: userId } = await seedPerson(on.db, { grants: [official] });
    expect(await caller.pats.list()).toMatchObject([{ granted: true }]);
    expect(await save([ARRAS, LENS, AMIENS])).toEqual(refusal("territory-granted"));
    expect(await caller.pats.list()).toMatchObject([{ communes: [{ code: ARRAS }, { code: LENS }] }]);
    await expect(caller.pats.remove({ id })).rejects.toThrow("CONFLICT");
    await on.db.deleteFrom("grants").where("user_id", "=", userId).execute();
    expect(await save([ARRAS, LENS, AMIENS])).toMatchObject({ saved: true });
  });

  test("another organisation neither changes, removes nor lists it", async () => {
    const stranger = newId();
    await on.db
      .insertInto("organisations")
      .values({
        id: stranger,
        name: "Autre",
        territory_code: null,
        demo: 0,
        shares_order_names: 0,
        created_at: "2026-01-01",
      })
      .execute();
    const caller = await administrator(stranger);
    expect(await caller.pats.list()).toEqual([]);
    await expect(caller.pats.save({ id, input: { name: "Pris", communes: [ARRAS] } })).rejects.toThrow(
      "NOT_FOUND",
    );
    await expect(caller.pats.remove({ id })).rejects.toThrow("NOT_FOUND");
  });

  test("removing it moves the lines back, and each change is recorded with its communes", async () => {
    const caller = await administrator();
    expect(await caller.pats.remove({ id })).toMatchObject({
      moves: [{ fact: "local", from: "confirmed", to: "no" }],
    });
    expect(await caller.pats.list()).toEqual([]);
    const { rows, names } = await caller.audit.listOfOrganisation({ noun: "pats", nounId: code });
    expect(rows.map(({ action }) => action)).toEqual(["deleted", ...Array(4).fill("updated"), "created"]);
    expect(names).toMatchObject(Object.fromEntries(COMMUNES.slice(0, 2).map((one) => [one.code, one.name])));
  });

  test("the communes of an EPCI or a département are found at once", async () => {
    const caller = await administrator();
    expect((await caller.territories.communesOf({ code: "DEP-80" })).map(({ name }) => name)).toEqual([
      "Amiens",
    ]);
    const ofEpci = await caller.territories.communesOf({ code: "EPCI-200033579" });
    expect(ofEpci.map(({ name }) => name)).toEqual(["Arras", "Lens"]);
    await expect(caller.territories.communesOf({ code: "REG-32" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});
