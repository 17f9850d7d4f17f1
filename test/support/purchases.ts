import fc from "fast-check";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertCertificate } from "../../db/queries/certificates.ts";
import { insertSupplierStatus } from "../../db/queries/supplier-statuses.ts";
import type { ActionContext } from "../../server/action-context.ts";
import { saveOrder } from "../../server/actions/save-order.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import { anOrder, anOrderLine, COMMUNES, NOW, seedProduct, seedSupplier } from "./seed.ts";

const FAMILIES = ["FRUITS_ET_LEGUMES", "VIANDES_VOLAILLES", "PRODUITS_DE_LA_MER", null] as const;
const CLAIMS = [[], ["BIO"], ["LABEL_ROUGE"], ["HVE"], ["PECHE_DURABLE"]] as const;

const anyPurchase = fc.record({
  supplier: fc.nat(1),
  status: fc.constantFrom<Order["status"]>("DRAFT", "ORDERED", "RECEIVED", "RECEIVED", "INVOICED"),
  credit: fc.nat(9).map((draw) => draw === 0),
  month: fc.constantFrom("2025-01", "2025-02", "2025-12", "2026-01", "2026-02", "2026-10"),
  day: fc.integer({ min: 1, max: 28 }),
  lines: fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 90_000 }),
      weighed: fc.boolean(),
      family: fc.constantFrom(...FAMILIES),
      claims: fc.constantFrom(...CLAIMS),
      origin: fc.nat(COMMUNES.length),
      intermediaries: fc.constantFrom(null, 0, 1, 2),
      claimedLocal: fc.constantFrom(null, true),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** The same purchases at each run: every family, mark, status and certainty is met, credit notes too. */
export async function seedPurchases(
  db: Kysely<Database>,
  ctx: ActionContext,
  { canteenId, orders, seed }: { canteenId: Id; orders: number; seed: number },
): Promise<{ supplierIds: Id[] }> {
  const proven = await seedSupplier(db);
  const unproven = await seedSupplier(db, { kind: "WHOLESALER", name: "Grossiste", productionCommune: null });
  await insertCertificate(db, {
    id: newId(),
    supplierId: proven.id,
    scheme: "BIO",
    number: "FR-1",
    controlBody: "FR-BIO-01",
    families: [],
    offerIds: [],
    validFrom: "2025-01-01",
    validTo: "2026-06-30",
    fileId: null,
    createdAt: NOW,
  });
  for (const status of statusesOf(proven.id, unproven.id))
    await insertSupplierStatus(db, { id: newId(), ...status, createdAt: NOW });
  const { id: productId } = await seedProduct(db);
  const suppliers = [proven, unproven];
  for (const draw of fc.sample(anyPurchase, { numRuns: orders, seed })) {
    const supplierId = suppliers[draw.supplier]?.id ?? proven.id;
    const date = `${draw.month}-${String(draw.day).padStart(2, "0")}`;
    const order = anOrder({
      supplierId,
      status: draw.status,
      kind: draw.credit ? "CREDIT_NOTE" : "ORDER",
      orderedOn: date,
      deliveredOn: date,
      lines: draw.lines.map(({ cents, weighed, claims, origin, ...facts }) =>
        anOrderLine({
          ...facts,
          productId,
          claims: [...claims],
          originCommunes: [COMMUNES[origin]?.code ?? []].flat(),
          quantityMilli: weighed ? 4_000 : null,
          unit: weighed ? "KG" : null,
          unitPriceHtE4: weighed ? cents * 25 : null,
          amountHtCents: cents,
        }),
      ),
    });
    const outcome = await saveOrder(ctx, canteenId, order);
    if (!outcome.saved) throw new Error(JSON.stringify(outcome.issues));
  }
  return { supplierIds: suppliers.map(({ id }) => id) };
}

/** One that holds from a day of a month, proven, and two that are only declared, of which one ends. */
function statusesOf(provenId: Id, unprovenId: Id): Omit<SupplierStatus, "id">[] {
  const always = { validFrom: null, validTo: null };
  return [
    { ...always, supplierId: provenId, status: "ACI", reference: "Convention 1", validFrom: "2025-02-14" },
    { ...always, supplierId: provenId, status: "ASSOCIATION", reference: null },
    { ...always, supplierId: unprovenId, status: "ESUS", reference: null, validTo: "2026-01-15" },
  ];
}
