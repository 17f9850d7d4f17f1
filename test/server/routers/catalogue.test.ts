import { beforeAll, expect, test } from "vitest";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { AppContext } from "../../../server/context.ts";
import { appRouter } from "../../../server/router.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Certificate, CertificateInput } from "../../../shared/certificates.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { Supplier, SupplierInput } from "../../../shared/suppliers.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

const createCaller = createCallerFactory(appRouter);
const SIRET = "73282932000074";

describeOnEngines("the catalogue's procedures", (on) => {
  let organisationId: Id;
  let mine: Id;
  let hidden: Id;
  let manager: ReturnType<typeof createCaller>;
  let administrator: ReturnType<typeof createCaller>;

  beforeAll(async () => {
    organisationId = (await seedOrganisation(on.db)).organisationId;
    mine = (await seedCanteen(on.db, { organisationId })).id;
    hidden = (await seedCanteen(on.db, { organisationId })).id;
    manager = createCaller(await contextOf({ role: "manager", scopeKind: "canteen", scopeId: mine }));
    administrator = createCaller(
      await contextOf({ role: "administrator", scopeKind: "organisation", scopeId: organisationId }),
    );
  });

  async function contextOf(grant: Grant): Promise<AppContext> {
    return appContext(on, { user: await seedPerson(on.db, { grants: [grant] }), grants: [grant] });
  }
  async function buy(canteenId: Id, supplier: Supplier, line = anOrderLine()): Promise<void> {
    await saveOrder(actionContext(on), canteenId, anOrder({ supplierId: supplier.id, lines: [line] }));
  }
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

  const organic: CertificateInput = {
    scheme: "BIO",
    number: "AB-1",
    controlBody: "FR-BIO-01",
    families: [],
    offerIds: [],
    validFrom: "2026-01-01",
    validTo: "2026-12-31",
    fileId: null,
  };

  test("a proof turns declared lines into confirmed ones, and its removal turns them back, to the cent", async () => {
    const supplier = await seedSupplier(on.db);
    const product = await seedProduct(on.db);
    const line = anOrderLine({ claims: ["BIO"], productId: product.id });
    await buy(mine, supplier, line);
    const id = newId();
    const saved = await manager.certificates.save({ id, supplierId: supplier.id, input: organic });
    expect(saved.saved && saved.moved?.moves).toEqual([
      { fact: "organic", from: "declared", to: "confirmed", lines: 1, amountCents: 2000 },
    ]);
    expect(await manager.certificates.save({ id, supplierId: supplier.id, input: organic })).toMatchObject({
      moved: null,
    });
    expect((await manager.certificates.remove({ id })).moves).toEqual([
      { fact: "organic", from: "confirmed", to: "declared", lines: 1, amountCents: 2000 },
    ]);
    await expect(manager.certificates.remove({ id })).rejects.toThrow("NOT_FOUND");
    expect((await audits(id)).map(({ action }) => action)).toEqual(["created", "deleted"]);
  });

  test("what moved in a canteen that the person may not see is not told, yet it moves", async () => {
    const supplier = await seedSupplier(on.db);
    const product = await seedProduct(on.db);
    const line = anOrderLine({ claims: ["BIO"], productId: product.id });
    await buy(hidden, supplier, line);
    const saved = await manager.certificates.save({ id: newId(), supplierId: supplier.id, input: organic });
    expect(saved.saved && saved.moved).toEqual({ lines: 0, moves: [] });
    const row = await on.reader
      .selectFrom("order_lines")
      .select("strict_category")
      .where("id", "=", line.id)
      .executeTakeFirst();
    expect(row?.strict_category).toBe("BIO");
    expect((await manager.suppliers.get({ id: supplier.id })).spend).toEqual([]);
    expect((await administrator.suppliers.get({ id: supplier.id })).spend).toEqual([
      { year: 2026, amountCents: 2000, lines: 1, canteens: 1 },
    ]);
  });

  test("a proof never passes from one supplier to another, and needs a supplier and a document that exist", async () => {
    const [one, other] = [await seedSupplier(on.db), await seedSupplier(on.db)];
    const id = newId();
    await manager.certificates.save({ id, supplierId: one.id, input: organic });
    const stolen = manager.certificates.save({ id, supplierId: other.id, input: organic });
    await expect(stolen).rejects.toThrow("CONFLICT");
    const orphan = manager.certificates.save({ id: newId(), supplierId: newId(), input: organic });
    await expect(orphan).rejects.toThrow("NOT_FOUND");
    const fileId = "0".repeat(64);
    expect(
      await manager.certificates.save({ id, supplierId: one.id, input: { ...organic, fileId } }),
    ).toEqual({
      saved: false,
      issues: [{ field: "fileId", code: "file-missing", otherId: null }],
    });
    const read = await manager.suppliers.get({ id: one.id });
    expect(read.certificates.map((proof: Certificate) => proof.fileId)).toEqual([null]);
  });

  test("a supplier that moves its production moves its lines' « local »", async () => {
    const supplier = await seedSupplier(on.db);
    await buy(mine, supplier, anOrderLine({ originCommunes: ["62498"], producerId: supplier.id }));
    const input = { ...inputOf(supplier), position: { latE6: 43_300_000, lngE6: 5_370_000 } };
    const saved = await manager.suppliers.save({ id: supplier.id, input });
    expect(saved.saved && saved.moved?.moves).toEqual([
      { fact: "local", from: "confirmed", to: "no", lines: 1, amountCents: 2000 },
    ]);
  });

  test("a definition of local is dated: two may not begin on one day, and a narrower one moves lines", async () => {
    const supplier = await seedSupplier(on.db);
    await buy(mine, supplier, anOrderLine({ originCommunes: ["80021"], producerId: supplier.id }));
    const input = { validFrom: "2026-06-01", scope: "DEPARTEMENT", radiusM: null } as const;
    const id = newId();
    const saved = await administrator.localDefinitions.save({ id, input });
    const moves = saved.saved ? (saved.moved?.moves ?? []) : [];
    expect(moves).toContainEqual({ fact: "local", from: "confirmed", to: "no", lines: 1, amountCents: 2000 });
    expect(await administrator.localDefinitions.save({ id: newId(), input })).toEqual({
      saved: false,
      issues: [{ field: "validFrom", code: "date-taken", otherId: null }],
    });
    const back = await administrator.localDefinitions.remove({ id });
    expect(back.moves).toContainEqual({
      fact: "local",
      from: "no",
      to: "confirmed",
      lines: 1,
      amountCents: 2000,
    });
  });

  test("another organisation's definition and canteen are NOT_FOUND to an administrator", async () => {
    const foreign = newId();
    await on.db
      .insertInto("organisations")
      .values({
        id: foreign,
        name: "Voisine",
        territory_code: null,
        demo: 0,
        shares_order_names: 0,
        created_at: "2026-01-01T00:00:00.000Z",
      })
      .execute();
    const theirs = await seedCanteen(on.db, { organisationId: foreign, siret: "55210055400013" });
    const definitionId = newId();
    await on.db
      .insertInto("local_definitions")
      .values({
        id: definitionId,
        organisation_id: foreign,
        valid_from: "2026-01-01",
        scope: "REGION",
        radius_m: null,
        created_at: "2026-01-01T00:00:00.000Z",
      })
      .execute();
    const { id, organisationId: _theirs, epci: _e, departement: _d, region: _r, ...canteen } = theirs;
    const input = { ...canteen, siret: SIRET };
    await expect(administrator.canteens.save({ id, input })).rejects.toThrow("NOT_FOUND");
    const definition = { validFrom: "2026-01-01", scope: "REGION", radiusM: null } as const;
    await expect(
      administrator.localDefinitions.save({ id: definitionId, input: definition }),
    ).rejects.toThrow("NOT_FOUND");
    await expect(administrator.localDefinitions.remove({ id: definitionId })).rejects.toThrow("NOT_FOUND");
    const taken = await administrator.canteens.save({
      id: newId(),
      input: { ...input, siret: theirs.siret },
    });
    expect(taken).toMatchObject({ saved: false });
  });

  test("a canteen takes its territories from its commune, and never itself as central kitchen", async () => {
    const id = newId();
    const input = {
      name: "Collège du Marais",
      siret: SIRET,
      uai: null,
      sector: "COLLEGE",
      regime: "hexagone-public",
      commune: "80021",
      position: null,
      centralKitchenId: null,
      mealsPerYear: 40_000,
      active: true,
    } as const;
    expect(await administrator.canteens.save({ id, input })).toEqual({ saved: true, id, moved: null });
    const listed = await administrator.canteens.listOfOrganisation();
    expect(listed.find((canteen) => canteen.id === id)).toMatchObject({
      departement: "80",
      epci: "248000531",
      communeName: "Amiens",
    });
    const own = await administrator.canteens.save({ id, input: { ...input, centralKitchenId: id } });
    expect(own).toEqual({
      saved: false,
      issues: [{ field: "centralKitchenId", code: "choice", otherId: null }],
    });
  });
});
