import type { Kysely } from "kysely";
import type { Certificate } from "../../shared/certificates.ts";
import type { IsoInstant, Scheme } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { FiledCertificate } from "../../shared/proof-requests.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { executeForIds } from "../prepared.ts";
import type { CertificatesTable } from "../tables/certificates.ts";

/** The proof, or undefined. */
export async function findCertificate(db: Kysely<Database>, id: Id): Promise<Certificate | undefined> {
  const row = await db.selectFrom("certificates").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toCertificate(row, await listNamedOffers(db, [id]));
}

/** Every proof of these suppliers, by scheme then latest end first (open-ended before all). */
export async function listCertificatesOfSuppliers(
  db: Kysely<Database>,
  supplierIds: readonly Id[],
): Promise<Certificate[]> {
  const found: Certificate[] = [];
  for (const chunk of chunksOf(supplierIds, CHUNK)) {
    const rows = await db
      .selectFrom("certificates")
      .selectAll()
      .where("supplier_id", "in", [...chunk])
      .execute();
    const named = await listNamedOffers(db, rows.map(idOf));
    found.push(...rows.map((row) => toCertificate(row, named)));
  }
  return found.sort(bySchemeThenEnd);
}

/** Every proof of these suppliers with the moment it came in, by id. */
export async function listFiledCertificates(
  db: Kysely<Database>,
  supplierIds: readonly Id[],
): Promise<FiledCertificate[]> {
  const found: FiledCertificate[] = [];
  for (const chunk of chunksOf(supplierIds, CHUNK)) {
    const rows = await db
      .selectFrom("certificates")
      .selectAll()
      .where("supplier_id", "in", [...chunk])
      .orderBy("id")
      .execute();
    const named = await listNamedOffers(db, rows.map(idOf));
    found.push(...rows.map((row) => ({ ...toCertificate(row, named), createdAt: row.created_at })));
  }
  return found;
}

/** Adds a proof to its supplier. */
export async function insertCertificate(
  db: Kysely<Database>,
  certificate: Certificate & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("certificates")
    .values({
      id: certificate.id,
      supplier_id: certificate.supplierId,
      created_at: certificate.createdAt,
      ...columns(certificate),
    })
    .execute();
  await insertNamedOffers(db, certificate);
}

/** Replaces everything but the supplier it belongs to. */
export async function updateCertificate(db: Kysely<Database>, certificate: Certificate): Promise<void> {
  await db.updateTable("certificates").set(columns(certificate)).where("id", "=", certificate.id).execute();
  await db.deleteFrom("certificate_offers").where("certificate_id", "=", certificate.id).execute();
  await insertNamedOffers(db, certificate);
}

/** Removes a proof; its document goes with `deleteUnusedFiles`. */
export async function deleteCertificate(db: Kysely<Database>, id: Id): Promise<void> {
  await db.deleteFrom("certificate_offers").where("certificate_id", "=", id).execute();
  await db.deleteFrom("certificates").where("id", "=", id).execute();
}

/** Articles that proofs name, by proof; a proof that names none is not there. */
export async function listNamedOffers(
  db: Kysely<Database>,
  certificateIds: readonly Id[],
): Promise<Map<Id, Id[]>> {
  const named = new Map<Id, Id[]>();
  const rows = await executeForIds(db, {
    name: "articles that proofs name",
    ids: certificateIds,
    build: (ids) =>
      db
        .selectFrom("certificate_offers")
        .selectAll()
        .where("certificate_id", "in", ids)
        .orderBy("certificate_id")
        .orderBy("offer_id"),
  });
  for (const row of rows)
    named.set(row.certificate_id, [...(named.get(row.certificate_id) ?? []), row.offer_id]);
  return named;
}

async function insertNamedOffers(db: Kysely<Database>, { id, offerIds }: Certificate): Promise<void> {
  for (const chunk of chunksOf([...new Set(offerIds)], CHUNK))
    await db
      .insertInto("certificate_offers")
      .values(chunk.map((offerId) => ({ certificate_id: id, offer_id: offerId })))
      .execute();
}

function idOf({ id }: CertificatesTable): Id {
  return id;
}

function columns(certificate: Certificate): Omit<CertificatesTable, "id" | "supplier_id" | "created_at"> {
  return {
    scheme: certificate.scheme,
    number: certificate.number,
    control_body: certificate.controlBody,
    families: toJsonText(certificate.families),
    valid_from: certificate.validFrom,
    valid_to: certificate.validTo,
    file_id: certificate.fileId,
  };
}

function toCertificate(row: CertificatesTable, named: ReadonlyMap<Id, Id[]>): Certificate {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    scheme: row.scheme as Scheme,
    number: row.number,
    controlBody: row.control_body,
    families: fromJsonText<Family[]>(row.families),
    offerIds: named.get(row.id) ?? [],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    fileId: row.file_id,
  };
}

const NO_END = "9999-12-31";

function bySchemeThenEnd(a: Certificate, b: Certificate): number {
  if (a.scheme !== b.scheme) return a.scheme < b.scheme ? -1 : 1;
  const [endOfA, endOfB] = [a.validTo ?? NO_END, b.validTo ?? NO_END];
  if (endOfA !== endOfB) return endOfA > endOfB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
