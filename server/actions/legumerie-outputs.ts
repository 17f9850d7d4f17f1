import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCertificatesOfSuppliers } from "../../db/queries/certificates.ts";
import { listLotsOfBatches } from "../../db/queries/legumerie-lots.ts";
import type { Id } from "../../shared/ids.ts";
import type { LotTraits, OrganicProof, OutputTraits } from "../../shared/legumerie/traits.ts";
import { outputTraits } from "../../shared/legumerie/traits.ts";

/** What each of these batches of the workshop hands on to its outputs. */
export async function traitsOfBatches(
  db: Kysely<Database>,
  key: { legumerieId: Id; batchIds: readonly Id[] },
): Promise<Map<Id, OutputTraits>> {
  const lots = await listLotsOfBatches(db, key);
  const proofs = await organicProofsOf(
    db,
    lots.map(({ producerId }) => producerId),
  );
  const inputs = new Map<Id, LotTraits[]>();
  for (const lot of lots) {
    const traits = { ...lot, proofs: proofs.get(lot.producerId) ?? [] };
    inputs.set(lot.batchId, [...(inputs.get(lot.batchId) ?? []), traits]);
  }
  return new Map([...inputs].map(([batchId, list]) => [batchId, outputTraits(list)]));
}

/** Organic certificates of each of these producers, whatever their validity. */
export async function organicProofsOf(
  db: Kysely<Database>,
  producerIds: readonly Id[],
): Promise<Map<Id, OrganicProof[]>> {
  const proofs = new Map<Id, OrganicProof[]>();
  for (const proof of await listCertificatesOfSuppliers(db, [...new Set(producerIds)]))
    if (proof.scheme === "BIO")
      proofs.set(proof.supplierId, [...(proofs.get(proof.supplierId) ?? []), proof]);
  return proofs;
}
