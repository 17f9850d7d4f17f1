import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { searchCommunes } from "../../db/queries/communes.ts";
import {
  listSellerAliases,
  listSupplierIdsNamed,
  listSupplierIdsOfSiren,
} from "../../db/queries/seller-aliases.ts";
import { findSupplierBySiret } from "../../db/queries/suppliers.ts";
import type { Id } from "../../shared/ids.ts";
import type { RecognisedBy } from "../../shared/invoices/review.ts";
import { sellerAliasesOf } from "../../shared/invoices/sellers.ts";
import type { InvoiceParty } from "../../shared/invoices.ts";
import type { SupplierInput } from "../../shared/suppliers.ts";

/** The supplier that a seller is: by its SIRET, what was remembered, its SIREN when one alone has it, else its name. */
export async function recogniseSeller(
  db: Kysely<Database>,
  seller: InvoiceParty,
): Promise<{ id: Id; by: RecognisedBy } | null> {
  const exact = seller.siret === null ? undefined : await findSupplierBySiret(db, seller.siret);
  if (exact?.active === true) return { id: exact.id, by: "SIRET" };
  const aliases = sellerAliasesOf(seller);
  const remembered = await listSellerAliases(db, aliases);
  for (const alias of aliases) {
    const id = remembered.get(alias);
    if (id !== undefined) return { id, by: "MEMORY" };
  }
  const [ofSiren, another] = seller.siren === null ? [] : await listSupplierIdsOfSiren(db, seller.siren);
  if (ofSiren !== undefined && another === undefined) return { id: ofSiren, by: "SIREN" };
  const [named, namesake] = await listSupplierIdsNamed(db, seller.name ?? "");
  return named !== undefined && namesake === undefined ? { id: named, by: "NAME" } : null;
}

/** A supplier made of what an invoice says of its seller; what it sells is for a person to say. */
export async function supplierOfSeller(db: Kysely<Database>, seller: InvoiceParty): Promise<SupplierInput> {
  return {
    name: (seller.name ?? seller.tradingName ?? "").slice(0, 200),
    siret: seller.siret,
    kind: "WHOLESALER",
    commune: await communeOf(db, seller),
    productionCommune: null,
    position: null,
    active: true,
  };
}

/** The one commune of that name under that postcode. */
async function communeOf(db: Kysely<Database>, { address }: InvoiceParty): Promise<string | null> {
  const { city = null, postcode = null } = address ?? {};
  if (city === null || postcode === null) return null;
  const name = city.replace(/\bcedex\b.*$/i, "").slice(0, 100);
  const found = await searchCommunes(db, { text: name, limit: 20 });
  const [first, second] = found.filter((commune) => commune.postcodes.includes(postcode));
  return first !== undefined && second === undefined ? first.code : null;
}
