import { beforeAll, expect, test } from "vitest";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { deleteUnusedFiles, findProof, isFileKept, saveFile } from "../../../db/queries/files.ts";
import { insertOffer, listOffersOfProducts, searchOffers } from "../../../db/queries/offers.ts";
import { listProducts, searchProducts } from "../../../db/queries/products.ts";
import { listSpendByYear } from "../../../db/queries/supplier-spend.ts";
import {
  findSupplier,
  findSupplierBySiret,
  listSuppliers,
  searchSuppliers,
  updateSupplier,
} from "../../../db/queries/suppliers.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Certificate } from "../../../shared/certificates.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Offer } from "../../../shared/offers.ts";
import type { SupplierListFilters } from "../../../shared/suppliers.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

const ALL: SupplierListFilters = { search: "", kind: null, proofs: null, inactive: false, page: 1 };

describeOnEngines("queries of the catalogue", (on) => {
  let ferme: Id;
  let grossiste: Id;
  let organisationId: Id;

  beforeAll(async () => {
    organisationId = (await seedOrganisation(on.db)).organisationId;
    ferme = (await seedSupplier(on.db, { name: "Ferme de l'Épinette", siret: "73282932000074" })).id;
    grossiste = (
      await seedSupplier(on.db, { name: "Œufs & Cie", kind: "WHOLESALER", productionCommune: null })
    ).id;
    await seedSupplier(on.db, { name: "Ancien fournisseur", active: false });
  });

  async function prove(supplierId: Id, given: Partial<Certificate>): Promise<Certificate> {
    const whole: Certificate = {
      id: newId(),
      supplierId,
      scheme: "BIO",
      number: "1",
      controlBody: "FR-BIO-01",
      families: ["FRUITS_ET_LEGUMES"],
      offerIds: [],
      validFrom: "2020-01-01",
      validTo: null,
      fileId: null,
      ...given,
    };
    await insertCertificate(on.db, { ...whole, createdAt: NOW });
    return whole;
  }
  const names = async (filters: Partial<SupplierListFilters>): Promise<string[]> =>
    (await listSuppliers(on.reader, { ...ALL, ...filters }, TODAY)).rows.map(({ name }) => name);

  test("a supplier comes back as it was written", async () => {
    const before = await findSupplier(on.reader, ferme);
    if (before === undefined) throw new Error("the supplier is not there");
    const after = {
      ...before,
      name: "Ferme du Pré",
      position: { latE6: 50_000_000, lngE6: -1_500_000 },
    };
    await updateSupplier(on.db, after);
    expect(await findSupplier(on.reader, ferme)).toEqual(after);
    await updateSupplier(on.db, before);
    expect(await findSupplierBySiret(on.reader, "73282932000074")).toEqual(before);
  });

  test("a search is blind to accents, case and order of words, and knows the SIRET", async () => {
    expect(await names({ search: "epinette FERME" })).toEqual(["Ferme de l'Épinette"]);
    expect(await names({ search: "oeufs" })).toEqual(["Œufs & Cie"]);
    expect(await names({ search: "73282932" })).toEqual(["Ferme de l'Épinette"]);
    expect(await names({ search: "%" })).toEqual(["Ferme de l'Épinette", "Œufs & Cie"]);
    expect(await names({ search: "ferme oeufs" })).toEqual([]);
  });

  test("those that no longer serve are shown when asked, and never suggested", async () => {
    expect(await names({ inactive: true })).toContain("Ancien fournisseur");
    expect(await searchSuppliers(on.reader, { search: "ancien", kinds: null, limit: 5 })).toEqual([]);
    const found = await searchSuppliers(on.reader, { search: "", kinds: ["WHOLESALER"], limit: 5 });
    expect(found.map(({ id }) => id)).toEqual([grossiste]);
  });

  test("a page beyond the last is empty and the total stays true", async () => {
    const page = await listSuppliers(on.reader, { ...ALL, page: 2 }, TODAY);
    expect(page).toMatchObject({ rows: [], total: 2, page: 2, pageSize: 50 });
  });

  test("filters of proofs and their counts follow the latest-ending proof of each scheme", async () => {
    expect(await names({ proofs: "none" })).toEqual(["Ferme de l'Épinette", "Œufs & Cie"]);
    await prove(ferme, { validTo: "2026-11-21" });
    expect(await names({ proofs: "expired" })).toEqual(["Ferme de l'Épinette"]);
    await prove(ferme, { validTo: TODAY });
    expect(await names({ proofs: "expired" })).toEqual([]);
    expect(await names({ proofs: "expiring" })).toEqual(["Ferme de l'Épinette"]);
    await prove(ferme, { validTo: null });
    expect(await names({ proofs: "expiring" })).toEqual([]);
    await prove(ferme, { scheme: "HVE", validTo: "2027-01-21" });
    expect(await names({ proofs: "expiring" })).toEqual(["Ferme de l'Épinette"]);
    await prove(grossiste, { validFrom: "2026-12-01", validTo: "2027-01-01" });
    expect(await names({ proofs: "expiring" })).toEqual(["Ferme de l'Épinette"]);
    const [row] = (await listSuppliers(on.reader, { ...ALL, search: "epinette" }, TODAY)).rows;
    expect(row?.proofs).toEqual({ valid: 1, expiring: 1, expired: 0 });
    expect(row).toMatchObject({ communeName: "Lens", productionCommuneName: "Lens" });
  });

  test("spend by year is the sum of the lines of the canteens given, and of no other", async () => {
    const mine = await seedCanteen(on.db, { organisationId });
    const other = await seedCanteen(on.db, { organisationId });
    const ctx = actionContext(on);
    for (const [canteen, day] of [
      [mine, "2025-12-31"],
      [mine, "2026-01-01"],
      [other, "2026-02-01"],
    ] as const)
      await saveOrder(ctx, canteen.id, anOrder({ supplierId: grossiste, orderedOn: day, deliveredOn: day }));
    const spend = await listSpendByYear(on.reader, { supplierId: grossiste, canteenIds: [mine.id] });
    expect(spend).toEqual([
      { year: 2026, amountCents: 2000, lines: 1, canteens: 1 },
      { year: 2025, amountCents: 2000, lines: 1, canteens: 1 },
    ]);
    const both = await listSpendByYear(on.reader, { supplierId: grossiste, canteenIds: [mine.id, other.id] });
    expect(both[0]).toEqual({ year: 2026, amountCents: 4000, lines: 2, canteens: 2 });
    expect(await listSpendByYear(on.reader, { supplierId: grossiste, canteenIds: [] })).toEqual([]);
  });

  test("products are found in both languages, those that begin with the words first", async () => {
    const carrot = await seedProduct(on.db, { name: "Carotte râpée", nameEn: "Grated carrot" });
    await seedProduct(on.db, { name: "Purée de carottes", nameEn: "Carrot purée" });
    await seedProduct(on.db, { name: "Carotte d'autrefois", active: false });
    const found = await searchProducts(on.reader, { search: "CAROTTE", limit: 5 });
    expect(found.map(({ name }) => name)).toEqual(["Carotte râpée", "Purée de carottes"]);
    expect((await searchProducts(on.reader, { search: "grated", limit: 5 })).map(({ id }) => id)).toEqual([
      carrot.id,
    ]);
  });

  test("articles are found by name, number and product; a product counts suppliers that sell it", async () => {
    const product = await seedProduct(on.db, { name: "Panais" });
    const offer: Offer = {
      id: newId(),
      supplierId: ferme,
      productId: product.id,
      code: "PAN-7",
      name: "Racine blanche",
      family: "FRUITS_ET_LEGUMES",
      unit: "KG",
      packGrams: null,
      vatBp: 550,
      claims: ["BIO", "HVE"],
      organicStage: "C2",
      certifiedShareBp: 9500,
      producerId: grossiste,
      originCommunes: ["62498", "80021"],
      origin: "FRANCE",
      intermediaries: 1,
      active: true,
    };
    await insertOffer(on.db, { ...offer, createdAt: NOW });
    await insertOffer(on.db, { ...offer, id: newId(), active: false, createdAt: NOW });
    for (const search of ["racine", "pan 7", "panais"]) {
      const found = await searchOffers(on.reader, { supplierId: ferme, search, limit: 5 });
      expect(found).toEqual([{ ...offer, productName: "Panais", producerName: "Œufs & Cie" }]);
    }
    expect((await listOffersOfProducts(on.reader, [product.id])).map(({ active }) => active)).toEqual([
      true,
      false,
    ]);
    const listed = await listProducts(on.reader, {
      search: "panais",
      family: null,
      inactive: false,
      page: 1,
    });
    expect(listed.rows[0]).toMatchObject({ id: product.id, suppliers: 1 });
  });

  test("an unused document goes after its time; a proof stays, and only a proof is given back", async () => {
    const file = (id: string, created_at: string) => ({
      id: id.repeat(64),
      name: "a.pdf",
      media_type: "application/pdf",
      size: 1,
      content: new Uint8Array([37]),
      created_at,
    });
    await saveFile(on.db, file("a", "2026-11-01T00:00:00.000Z"));
    await saveFile(on.db, file("b", "2026-11-01T00:00:00.000Z"));
    await saveFile(on.db, file("c", "2026-11-20T00:00:00.000Z"));
    await prove(ferme, { scheme: "IGP", fileId: "a".repeat(64) });
    await saveFile(on.db, file("b", "2026-11-19T00:00:00.000Z"));
    await deleteUnusedFiles(on.db, "2026-11-19T12:00:00.000Z");
    const kept = await Promise.all(["a", "b", "c"].map((id) => isFileKept(on.reader, id.repeat(64))));
    expect(kept).toEqual([true, false, true]);
    expect((await findProof(on.reader, "a".repeat(64)))?.content[0]).toBe(37);
    expect(await findProof(on.reader, "c".repeat(64))).toBeUndefined();
  });
});
