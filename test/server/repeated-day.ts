import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { aRecord, ofSeller } from "../support/invoice-records.ts";
import { seedDropped, seedInvoice } from "../support/invoices.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { purchaseCsv, siretNumber } from "../support/purchase-files.ts";
import {
  actionContext,
  anOrder,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../support/seed.ts";
import type { ServedFixture } from "../support/served.ts";
import { resultOf, Visitor } from "../support/web.ts";
import { ACCOUNT_WRITES } from "./repeated-account-writes.ts";
import { CLAUSE_WRITES, HOURS_TEXT } from "./repeated-clause-writes.ts";
import { COUNCIL_WRITES } from "./repeated-council-writes.ts";
import { MEASURE_WRITES } from "./repeated-measure-writes.ts";
import { ORDER_WRITES } from "./repeated-order-writes.ts";
import { ORGANISATION_WRITES } from "./repeated-organisation-writes.ts";
import { PAPER_WRITES } from "./repeated-paper-writes.ts";
import { WORKSHOP_WRITES } from "./repeated-workshop-writes.ts";
import type { RepeatedWorld, RepeatedWrite } from "./repeated-writes.ts";
import { CATALOGUE_WRITES } from "./repeated-writes.ts";

/** Every write of a day, in its order: each starts from what the ones before it did. */
export const DAY_WRITES: readonly RepeatedWrite[] = [
  ...ORDER_WRITES,
  ...CATALOGUE_WRITES,
  ...ORGANISATION_WRITES,
  ...CLAUSE_WRITES,
  ...MEASURE_WRITES,
  ...COUNCIL_WRITES,
  ...WORKSHOP_WRITES,
  ...PAPER_WRITES,
  ...ACCOUNT_WRITES,
];

/** One that is right, one that is refused. */
const PURCHASES = [
  "Pommes,Verger répété,2025-03-01,10,FRUITS_ET_LEGUMES,BIO,,OUI,,,",
  "Kiwis,Ferme Haute,2025-03-02,douze,FRUITS_ET_LEGUMES,IGP,FRANCE,,OUI,,",
];

/** What the day starts from, in an empty database, and who writes: signed in, with every right that it takes. */
export async function openDay({
  opened,
  web,
}: Pick<ServedFixture, "opened" | "web">): Promise<{ visitor: Visitor; world: RepeatedWorld }> {
  const { db } = opened;
  const { organisationId } = await seedOrganisation(db);
  const siret = siretNumber(900);
  const canteenId = (await seedCanteen(db, { organisationId, siret })).id;
  const order = anOrder({ supplierId: (await seedSupplier(db)).id });
  const legumerieId = (await seedSupplier(db, { name: "Légumerie", kind: "LEGUMERIE" })).id;
  const { id: ownId, email } = await seedPerson(db, {
    grants: [
      { role: "manager", scopeKind: "canteen", scopeId: canteenId },
      { role: "administrator", scopeKind: "organisation", scopeId: organisationId },
      { role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId },
    ],
  });
  const drop = (name: string, bytes: Uint8Array) => seedDropped(db, { userId: ownId, name, bytes });
  const textBytes = (text: string) => new TextEncoder().encode(text);
  const invoice = ofSeller();
  const invoiceId = await seedInvoice(actionContext(opened, ownId), { canteenId, invoice });
  const visitor = new Visitor(web);
  await visitor.mutate("session.signIn", { email, password: PASSWORD });
  const world: RepeatedWorld = {
    organisationId,
    canteenId,
    order,
    otherCanteenId: (await seedCanteen(db, { organisationId })).id,
    supplierId: (await seedSupplier(db)).id,
    productId: (await seedProduct(db)).id,
    legumerieId,
    userId: (
      await seedPerson(db, { grants: [{ role: "kitchen", scopeKind: "canteen", scopeId: canteenId }] })
    ).id,
    files: {
      invoice: await drop(
        "facture.xml",
        await readFile(join(import.meta.dirname, "../fixtures/invoices/ubl-agreed-unit.xml")),
      ),
      prices: await drop("tarif.csv", textBytes("Réf;Désignation;Unité;Prix net HT\r\nC1;Carottes;kg;2,00")),
      purchases: await drop("achats.csv", purchaseCsv(PURCHASES.map((row) => `${siret},${row}`))),
      hours: await drop("heures.csv", textBytes(HOURS_TEXT)),
      statement: await drop("releve.csv", textBytes("Date;Libellé;Montant HT\r\n01/10/2026;Poires;4,00")),
    },
    record: aRecord(invoiceId, invoice),
    ask: async (procedure, input) => resultOf(await visitor.query(procedure, input)),
  };
  return { visitor, world };
}
