import type { ExpressionBuilder, Kysely } from "kysely";
import type { Category } from "../../shared/categories.ts";
import type { IsoInstant, OrganicStage, Origin } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Offer } from "../../shared/offers.ts";
import type { Unit } from "../../shared/quantity.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { searchPatterns } from "../search-patterns.ts";
import type { OffersTable } from "../tables/offers.ts";

/** An article with the names of what it points to; null: it points to nothing. */
export interface NamedOffer extends Offer {
  productName: string | null;
  producerName: string | null;
}

/** The article, in use or not, or undefined. */
export async function findOffer(db: Kysely<Database>, id: Id): Promise<Offer | undefined> {
  const row = await db.selectFrom("offers").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toOffer(row);
}

/** Every article of the supplier, those in use first, then by name. */
export async function listOffersOfSupplier(db: Kysely<Database>, supplierId: Id): Promise<NamedOffer[]> {
  const rows = await named(db)
    .where("offers.supplier_id", "=", supplierId)
    .orderBy("offers.active", "desc")
    .orderBy("offers.search")
    .orderBy("offers.id")
    .execute();
  return rows.map(toNamedOffer);
}

/** Articles in use of the supplier that the words name (name, item number, product), by name; at most `limit`. */
export async function searchOffers(
  db: Kysely<Database>,
  { supplierId, search, limit }: { supplierId: Id; search: string; limit: number },
): Promise<NamedOffer[]> {
  let found = db
    .selectFrom("offers")
    .select("offers.id")
    .where("offers.supplier_id", "=", supplierId)
    .where("offers.active", "=", 1);
  for (const pattern of searchPatterns(search)) {
    found = found.where((eb) => {
      const products = eb
        .selectFrom("products")
        .select("products.id")
        .where("products.search", "like", pattern);
      return eb.or([eb("offers.search", "like", pattern), eb("offers.product_id", "in", products)]);
    });
  }
  // Found from an index alone, then read: a wholesaler has tens of thousands of articles.
  const first = found.orderBy("offers.search").orderBy("offers.id").limit(limit);
  const rows = await named(db)
    .where("offers.id", "in", db.selectFrom(first.as("first")).select("first.id"))
    .orderBy("offers.search")
    .orderBy("offers.id")
    .execute();
  return rows.map(toNamedOffer);
}

/** Of the row's product, how many suppliers have an article in use; null for no row. */
export function countSuppliersOfProduct(eb: ExpressionBuilder<Database, "products">) {
  return eb
    .selectFrom("offers")
    .select((offer) => offer.fn.count<number>("offers.supplier_id").distinct().as("suppliers"))
    .whereRef("offers.product_id", "=", "products.id")
    .where("offers.active", "=", 1)
    .as("suppliers");
}

/** Articles of these products, of every supplier; one in use before one that is not, then the latest. */
export async function listOffersOfProducts(
  db: Kysely<Database>,
  productIds: readonly Id[],
): Promise<Offer[]> {
  if (productIds.length === 0) return [];
  const rows = await db
    .selectFrom("offers")
    .selectAll()
    .where("product_id", "in", [...productIds])
    .orderBy("active", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(toOffer);
}

/** Articles in use that are linked to a product, by id. */
export async function listLinkedOffers(db: Kysely<Database>): Promise<Offer[]> {
  const rows = await db
    .selectFrom("offers")
    .selectAll()
    .where("product_id", "is not", null)
    .where("active", "=", 1)
    .orderBy("id")
    .execute();
  return rows.map(toOffer);
}

/** Adds an article to its supplier. */
export async function insertOffer(
  db: Kysely<Database>,
  offer: Offer & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("offers")
    .values({ id: offer.id, supplier_id: offer.supplierId, created_at: offer.createdAt, ...columns(offer) })
    .execute();
}

/** Replaces everything but the supplier it belongs to. */
export async function updateOffer(db: Kysely<Database>, offer: Offer): Promise<void> {
  await db.updateTable("offers").set(columns(offer)).where("id", "=", offer.id).execute();
}

function named(db: Kysely<Database>) {
  return db
    .selectFrom("offers")
    .leftJoin("products", "products.id", "offers.product_id")
    .leftJoin("suppliers as producer", "producer.id", "offers.producer_id")
    .selectAll("offers")
    .select(["products.name as product_name", "producer.name as producer_name"]);
}

function toNamedOffer(
  row: OffersTable & { product_name: string | null; producer_name: string | null },
): NamedOffer {
  return { ...toOffer(row), productName: row.product_name, producerName: row.producer_name };
}

function columns(offer: Offer): Omit<OffersTable, "id" | "supplier_id" | "created_at"> {
  return {
    product_id: offer.productId,
    code: offer.code,
    name: offer.name,
    search: searchKey(`${offer.name} ${offer.code ?? ""}`),
    family: offer.family,
    unit: offer.unit,
    pack_grams: offer.packGrams,
    vat_bp: offer.vatBp,
    claims: toJsonText(offer.claims),
    organic_stage: offer.organicStage,
    certified_share_bp: offer.certifiedShareBp,
    producer_id: offer.producerId,
    origin_communes: toJsonText(offer.originCommunes),
    origin: offer.origin,
    intermediaries: offer.intermediaries,
    active: offer.active ? 1 : 0,
  };
}

function toOffer(row: OffersTable): Offer {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    productId: row.product_id,
    code: row.code,
    name: row.name,
    family: row.family as Family | null,
    unit: row.unit as Unit,
    packGrams: row.pack_grams,
    vatBp: row.vat_bp,
    claims: fromJsonText<Category[]>(row.claims),
    organicStage: row.organic_stage as OrganicStage | null,
    certifiedShareBp: row.certified_share_bp,
    producerId: row.producer_id,
    originCommunes: fromJsonText<string[]>(row.origin_communes),
    origin: row.origin as Origin | null,
    intermediaries: row.intermediaries,
    active: row.active === 1,
  };
}

/** Of these article ids, how many the holder sells or produces. */
export async function countOffersUnder(
  db: Kysely<Database>,
  { holderId, offerIds }: { holderId: Id; offerIds: readonly Id[] },
): Promise<number> {
  let found = 0;
  for (const chunk of chunksOf(offerIds, CHUNK)) {
    const { count } = await db
      .selectFrom("offers")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("id", "in", [...chunk])
      .where((eb) => eb.or([eb("supplier_id", "=", holderId), eb("producer_id", "=", holderId)]))
      .executeTakeFirstOrThrow();
    found += count;
  }
  return found;
}
