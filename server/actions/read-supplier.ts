import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCertificatesOfSuppliers } from "../../db/queries/certificates.ts";
import { listCommunesByCodes } from "../../db/queries/communes.ts";
import type { FileSummary } from "../../db/queries/files.ts";
import { listFileSummaries } from "../../db/queries/files.ts";
import type { NamedOffer } from "../../db/queries/offers.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import { listSpendByYear } from "../../db/queries/supplier-spend.ts";
import { listSupplierStatuses } from "../../db/queries/supplier-statuses.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { Certificate, ProofState } from "../../shared/certificates.ts";
import { proofState } from "../../shared/certificates.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { holdsOn } from "../../shared/social-marks.ts";
import type { SupplierStatus } from "../../shared/supplier-statuses.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { AppError } from "../app-error.ts";

export interface SupplierDetail {
  supplier: Supplier;
  /** Name of each commune named anywhere on the page, by INSEE code. */
  communeNames: Record<string, string>;
  certificates: (Certificate & { proof: ProofState; file: FileSummary | null })[];
  /** What the supplier is, was and will be. */
  statuses: (SupplierStatus & { holds: boolean })[];
  offers: NamedOffer[];
  /** What the caller's canteens bought, by year, latest first; null: the caller may not read figures. */
  spend: { year: number; amountCents: number; lines: number; canteens: number }[] | null;
}

/** All there is to show of a supplier. Throws NOT_FOUND. */
export async function readSupplier(
  reader: Kysely<Database>,
  { id, today, canteenIds }: { id: Id; today: IsoDate; canteenIds: readonly Id[] | null },
): Promise<SupplierDetail> {
  return await readSnapshot(reader, async (trx) => {
    const supplier = await findSupplier(trx, id);
    if (supplier === undefined) throw new AppError("NOT_FOUND");
    const certificates = await listCertificatesOfSuppliers(trx, [id]);
    const files = await listFileSummaries(
      trx,
      certificates.flatMap(({ fileId }) => fileId ?? []),
    );
    const statuses = await listSupplierStatuses(trx, [id]);
    const offers = await listOffersOfSupplier(trx, id);
    const codes = [supplier.commune, supplier.productionCommune].filter((code) => code !== null);
    const communes = await listCommunesByCodes(trx, [
      ...codes,
      ...offers.flatMap((offer) => offer.originCommunes),
    ]);
    return {
      supplier,
      communeNames: Object.fromEntries(communes.map((commune) => [commune.code, commune.name])),
      certificates: certificates.map((certificate) => ({
        ...certificate,
        proof: proofState(certificate, today),
        file: files.find((file) => file.id === certificate.fileId) ?? null,
      })),
      statuses: statuses.map((status) => ({ ...status, holds: holdsOn(status, today) })),
      offers,
      spend: canteenIds === null ? null : await listSpendByYear(trx, { supplierId: id, canteenIds }),
    };
  });
}
