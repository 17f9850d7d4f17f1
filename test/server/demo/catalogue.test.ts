import { describe, expect, test } from "vitest";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "../../../server/demo/accounts.ts";
import { DEMO_CANTEENS } from "../../../server/demo/canteens.ts";
import { DEMO_OFFERS, productId } from "../../../server/demo/offers.ts";
import { DEMO_PRODUCTS } from "../../../server/demo/products.ts";
import { DEMO_STATUSES } from "../../../server/demo/supplier-statuses.ts";
import { DEMO_SUPPLIERS, demoCertificates } from "../../../server/demo/suppliers.ts";
import { demoTargets } from "../../../server/demo/targets.ts";
import { canteenInputSchema } from "../../../shared/canteens.ts";
import { certificateInputSchema, proofState } from "../../../shared/certificates.ts";
import { FAMILIES } from "../../../shared/families.ts";
import { isSiret, isUai } from "../../../shared/identifiers.ts";
import { idSchema } from "../../../shared/ids.ts";
import { offerInputSchema } from "../../../shared/offers.ts";
import { ROLE_SCOPES, ROLES } from "../../../shared/permissions.ts";
import { HOMOGENEOUS_FAMILY_CODES, productInputSchema } from "../../../shared/products.ts";
import { isInsertionStatus, isLegalForm } from "../../../shared/social-statuses.ts";
import { SUPPLIER_KINDS } from "../../../shared/supplier-kinds.ts";
import { findContradiction } from "../../../shared/supplier-statuses.ts";
import { supplierInputSchema } from "../../../shared/suppliers.ts";
import { targetInputSchema } from "../../../shared/targets.ts";
import { passwordField } from "../../../shared/users.ts";
import { readDemoPlaces } from "./story.ts";

const TODAY = "2026-11-22";
const CERTIFICATES = demoCertificates(TODAY);

describe("the people and places of the demonstration", () => {
  test("are 25 canteens: the restaurant and 24 collèges with their number", () => {
    expect(DEMO_CANTEENS).toHaveLength(25);
    expect(DEMO_CANTEENS.filter(({ uai }) => uai !== null && isUai(uai))).toHaveLength(24);
    expect(new Set(DEMO_CANTEENS.map(({ commune }) => commune)).size).toBe(24);
    expect(DEMO_CANTEENS.filter(({ commune }) => !commune.startsWith("62"))).toEqual([]);
  });

  test("have valid SIRETs, all different, in the range that nobody is given", () => {
    const sirets = [
      ...DEMO_CANTEENS.map(({ siret }) => siret),
      ...DEMO_SUPPLIERS.map((s) => s.supplier.siret),
    ];
    expect(sirets.filter((siret) => siret === null || !isSiret(siret))).toEqual([]);
    expect(sirets.filter((siret) => !siret?.startsWith("9990"))).toEqual([]);
    expect(new Set(sirets).size).toBe(65);
  });

  test("live in communes of the reference data, whose place is known to a few kilometres", () => {
    const places = readDemoPlaces();
    const wanted = [
      ...DEMO_CANTEENS.map(({ commune }) => commune),
      ...DEMO_SUPPLIERS.map(({ supplier }) => supplier.commune ?? ""),
      ...DEMO_OFFERS.flatMap(({ offer }) => offer.originCommunes),
    ];
    const vague = wanted.filter((code) => (places.get(code)?.position?.uncertaintyM ?? 1e9) > 10_000);
    expect(vague).toEqual([]);
  });

  test("sign in with one account by role, on a scope the role may have", () => {
    expect(DEMO_PEOPLE.map(({ grant }) => grant.role).sort()).toEqual([...ROLES].sort());
    expect(DEMO_PEOPLE.filter(({ grant }) => !ROLE_SCOPES[grant.role].includes(grant.scopeKind))).toEqual([]);
    expect(passwordField.safeParse(DEMO_PASSWORD).success).toBe(true);
    expect(DEMO_PEOPLE.filter(({ email }) => !email.endsWith("@demo.bonnepart.example"))).toEqual([]);
  });

  test("would all be accepted by the forms of the product", () => {
    const refused = [
      ...DEMO_SUPPLIERS.map(({ supplier }) => supplierInputSchema.safeParse(supplier)),
      ...CERTIFICATES.map((certificate) => certificateInputSchema.safeParse(certificate)),
      ...DEMO_OFFERS.map(({ offer }) => offerInputSchema.safeParse(offer)),
      ...DEMO_PRODUCTS.map((product) =>
        productInputSchema.safeParse({ ...product, pieceGrams: product.unitGrams, active: true }),
      ),
      ...demoTargets(2026).map((target) => targetInputSchema.safeParse(target)),
      ...DEMO_CANTEENS.map((canteen) =>
        canteenInputSchema.safeParse({
          ...canteen,
          sector: "COLLEGE",
          regime: "hexagone-public",
          position: null,
          centralKitchenId: null,
          mealsPerYear: null,
          active: true,
        }),
      ),
    ].filter((result) => !result.success);
    expect(refused).toEqual([]);
  });
});

describe("the suppliers", () => {
  test("are 40 of every kind, two légumeries, and insertion structures", () => {
    expect(DEMO_SUPPLIERS).toHaveLength(40);
    const kinds = DEMO_SUPPLIERS.map(({ supplier }) => supplier.kind);
    expect(new Set(kinds)).toEqual(new Set(SUPPLIER_KINDS));
    expect(kinds.filter((kind) => kind === "LEGUMERIE")).toHaveLength(2);
    const insertion = DEMO_STATUSES.filter(({ status }) => isInsertionStatus(status));
    expect(insertion.length).toBeGreaterThanOrEqual(4);
    for (const { supplier } of DEMO_SUPPLIERS) {
      const own = DEMO_STATUSES.filter(({ supplierId }) => supplierId === supplier.id);
      expect(own.filter((status) => findContradiction(status, own))).toEqual([]);
      expect(own.filter(({ status }) => isLegalForm(status))).toHaveLength(1);
    }
  });

  test("hold proofs of every state: valid, ending soon, ended", () => {
    const states = CERTIFICATES.map((certificate) => proofState(certificate, TODAY).state);
    expect(new Set(states)).toEqual(new Set(["valid", "expiring", "expired"]));
  });

  test("renew their proofs without a day between two", () => {
    const scarpe = CERTIFICATES.filter(({ number }) => number.startsWith("AB-62-10412"));
    expect(scarpe.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`)).toEqual([
      "2022-03-01 2023-05-31",
      "2023-06-01 2024-08-31",
      "2024-09-01 2025-11-30",
      "2025-12-01 2027-02-28",
    ]);
  });

  test("have one CE2 proof, which ends with the year 2026 like the law", () => {
    const ce2 = CERTIFICATES.filter(({ scheme }) => scheme === "CE2");
    expect(ce2.map(({ validTo }) => validTo)).toEqual(["2026-12-31"]);
  });
});

describe("the products and articles", () => {
  test("cover the eight families, every homogeneous family but infant food, and what is not food", () => {
    expect(new Set(DEMO_PRODUCTS.map(({ family }) => family))).toEqual(new Set([...FAMILIES, null]));
    const groups = new Set(DEMO_PRODUCTS.map(({ homogeneousFamily }) => homogeneousFamily));
    expect(HOMOGENEOUS_FAMILY_CODES.filter((code) => !groups.has(code))).toEqual(["10.15"]);
  });

  test("are all sold by somebody", () => {
    const sold = new Set(DEMO_OFFERS.map(({ offer }) => offer.productId));
    expect(DEMO_PRODUCTS.filter((product) => !sold.has(productId(product)))).toEqual([]);
    expect(DEMO_OFFERS.length).toBeGreaterThanOrEqual(340);
  });

  test("have ids that are UUIDs, each once", () => {
    const ids = [
      ...DEMO_OFFERS.map(({ offer }) => offer.id),
      ...DEMO_PRODUCTS.map(productId),
      ...DEMO_SUPPLIERS.map(({ supplier }) => supplier.id),
      ...CERTIFICATES.map(({ id }) => id),
    ];
    expect(ids.filter((id) => !idSchema.safeParse(id).success)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
