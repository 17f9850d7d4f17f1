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
