import { beforeAll, expect, test } from "vitest";
import { appRouter } from "../../../server/router.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { Supplier, SupplierInput } from "../../../shared/suppliers.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const createCaller = createCallerFactory(appRouter);
const SIRET = "73282932000074";

describeOnEngines("suppliers", (on) => {
  let manager: ReturnType<typeof createCaller>;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const { id: scopeId } = await seedCanteen(on.db, { organisationId });
    const grants: Grant[] = [{ role: "manager", scopeKind: "canteen", scopeId }];
    manager = createCaller(appContext(on, { user: await seedPerson(on.db, { grants }), grants }));
  });

  const inputOf = ({ id: _id, ...input }: Supplier): SupplierInput => input;
  const audits = (nounId: Id) =>
    on.reader
      .selectFrom("audit")
      .select(["action", "noun"])
      .where("noun_id", "=", nounId)
      .orderBy("seq")
      .execute();

  test("a supplier is created once, however often it is sent, and each change is on the record", async () => {
    const id = newId();
    const supplier = await seedSupplier(on.db);
    const input = { ...inputOf(supplier), name: "  GAEC neuf  ", siret: SIRET };
    for (let attempt = 0; attempt < 3; attempt++)
      expect(await manager.suppliers.save({ id, input })).toEqual({ saved: true, id, moved: null });
    await manager.suppliers.save({ id, input: { ...input, active: false } });
    expect(await audits(id)).toEqual([
      { action: "created", noun: "suppliers" },
      { action: "updated", noun: "suppliers" },
    ]);
    const read = await manager.suppliers.get({ id });
    expect(read.supplier).toEqual({ ...input, id, name: "GAEC neuf", active: false });
    expect(read.communeNames).toEqual({ "62498": "Lens" });
  });

  test("suppliers are searched among any kind or some kinds, never among none", async () => {
    const workshop = await seedSupplier(on.db, { name: "Atelier des Trois Kinds", kind: "LEGUMERIE" });
    const ids = async (kinds: ("LEGUMERIE" | "PRODUCER")[] | null) =>
      (await manager.suppliers.search({ search: "trois kinds", kinds })).map(({ id }) => id);
    expect(await ids(null)).toEqual([workshop.id]);
    expect(await ids(["LEGUMERIE"])).toEqual([workshop.id]);
    expect(await ids(["PRODUCER"])).toEqual([]);
    await expect(ids([])).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("a SIRET that another supplier has is refused with that supplier's id", async () => {
    const supplier = await seedSupplier(on.db);
    const owner = await on.reader
      .selectFrom("suppliers")
      .select("id")
      .where("siret", "=", SIRET)
      .executeTakeFirst();
    const refused = await manager.suppliers.save({
      id: supplier.id,
      input: { ...inputOf(supplier), siret: SIRET },
    });
    expect(refused).toEqual({
      saved: false,
      issues: [{ field: "siret", code: "siret-taken", otherId: owner?.id }],
    });
  });

  test("two people creating the same SIRET at once: one is kept, the other is told", async () => {
    const supplier = await seedSupplier(on.db);
    const input = { ...inputOf(supplier), siret: "55210055400013" };
    const both = await Promise.all([newId(), newId()].map((id) => manager.suppliers.save({ id, input })));
    expect(both.map(({ saved }) => saved).sort()).toEqual([false, true]);
    const told = both.find(({ saved }) => !saved);
    expect(told?.saved === false && told.issues[0]?.code).toBe("siret-taken");
  });

  test("two people creating one supplier by its name at once: one is kept, the other is told which", async () => {
    const input = { ...inputOf(await seedSupplier(on.db)), name: "Ferme du Même Nom", siret: null };
    const [one = "", other = ""] = [newId(), newId()];
    const both = await Promise.all([one, one, other].map((id) => manager.suppliers.save({ id, input })));
    const kept = both.flatMap((result) => (result.saved ? result.id : []));
    expect(new Set(kept).size).toBe(1);
    const told = both.flatMap((result) => (result.saved ? [] : result.issues));
    expect(told.length).toBeGreaterThan(0);
    for (const issue of told) expect(issue).toEqual({ field: "name", code: "name-taken", otherId: kept[0] });
    expect(await manager.suppliers.search({ search: "ferme du meme nom", kinds: null })).toHaveLength(1);
    const again = { ...input, name: "FERME DU MEME NOM" };
    expect(await manager.suppliers.save({ id: newId(), input: again })).toMatchObject({ saved: false });
    expect(
      await manager.suppliers.save({ id: newId(), input: { ...input, siret: "35600000000048" } }),
    ).toMatchObject({ saved: true });
  });

  test("a commune that does not exist is refused under its field", async () => {
    const supplier = await seedSupplier(on.db);
    const refused = await manager.suppliers.save({
      id: supplier.id,
      input: { ...inputOf(supplier), productionCommune: "62999" },
    });
    expect(refused).toEqual({
      saved: false,
      issues: [{ field: "productionCommune", code: "commune", otherId: null }],
    });
  });
});
