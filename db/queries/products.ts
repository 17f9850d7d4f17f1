import type { Kysely } from "kysely";
import type { Composition, FarmKind } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Page } from "../../shared/fields.ts";
import { PAGE_SIZE } from "../../shared/fields.ts";
import type { Gamme } from "../../shared/gammes.ts";
import type { Id } from "../../shared/ids.ts";
import type { HomogeneousFamilyCode } from "../../shared/law/homogeneous-families.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Product, ProductListFilters, ProductSummary } from "../../shared/products.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { searchPatterns } from "../search-patterns.ts";
import type { ProductsTable } from "../tables/products.ts";
import { countSuppliersOfProduct } from "./offers.ts";

/** The product, in use or not, or undefined. */
export async function findProduct(db: Kysely<Database>, id: Id): Promise<Product | undefined> {
  const row = await db.selectFrom("products").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toProduct(row);
}

/** The products of these ids, by id; unknown ids are left out. */
export async function listProductsById(db: Kysely<Database>, ids: readonly Id[]): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("products")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .orderBy("id")
    .execute();
  return rows.map(toProduct);
}

/** The product and its other forms, the one they stand for first, then by name; unknown: none. */
export async function listEquivalentProducts(db: Kysely<Database>, id: Id): Promise<Product[]> {
  const asked = await findProduct(db, id);
  if (asked === undefined) return [];
  const baseId = asked.baseProductId ?? asked.id;
  const rows = await db
    .selectFrom("products")
    .selectAll()
    .where((eb) => eb.or([eb("id", "=", baseId), eb("base_product_id", "=", baseId)]))
    .where((eb) => eb.or([eb("active", "=", 1), eb("id", "=", id)]))
    .orderBy((eb) => eb.case().when("id", "=", baseId).then(0).else(1).end())
    .orderBy("search")
    .orderBy("id")
    .execute();
  return rows.map(toProduct);
}

/** How many products are another form of this one. */
export async function countOtherForms(db: Kysely<Database>, id: Id): Promise<number> {
  const { count } = await db
    .selectFrom("products")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("base_product_id", "=", id)
    .executeTakeFirstOrThrow();
  return count;
}

/** Adds a product. */
export async function insertProduct(db: Kysely<Database>, product: Product): Promise<void> {
  await db
    .insertInto("products")
    .values({ id: product.id, ...columns(product) })
    .execute();
}

/** Replaces everything. */
export async function updateProduct(db: Kysely<Database>, product: Product): Promise<void> {
  await db.updateTable("products").set(columns(product)).where("id", "=", product.id).execute();
}

/** Products in use that the words name, in French or English: names that begin with them first; at most `limit`. */
export async function searchProducts(
  db: Kysely<Database>,
  { search, limit }: { search: string; limit: number },
): Promise<Product[]> {
  let query = db.selectFrom("products").selectAll().where("active", "=", 1);
  for (const pattern of searchPatterns(search)) query = query.where("search", "like", pattern);
  const start = `${searchKey(search)}%`;
  const rows = await query
    .orderBy((eb) => eb.case().when("search", "like", start).then(0).else(1).end())
    .orderBy("search")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toProduct);
}

/** One page of products by name, with how many suppliers have an article in use for each. */
export async function listProducts(
  db: Kysely<Database>,
  filters: ProductListFilters,
): Promise<Page<ProductSummary>> {
  const { total } = await filtered(db, filters)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filters)
    .selectAll("products")
    .select((eb) => countSuppliersOfProduct(eb))
    .orderBy("products.search")
    .orderBy("products.id")
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
    .execute();
  return {
    total,
    page: filters.page,
    pageSize: PAGE_SIZE,
    rows: rows.map((row) => ({ ...toProduct(row), suppliers: row.suppliers ?? 0 })),
  };
}

function filtered(db: Kysely<Database>, filters: ProductListFilters) {
  let query = db.selectFrom("products");
  if (!filters.inactive) query = query.where("products.active", "=", 1);
  if (filters.family !== null) query = query.where("products.family", "=", filters.family);
  for (const pattern of searchPatterns(filters.search))
    query = query.where("products.search", "like", pattern);
  return query;
}

function columns(product: Product): Omit<ProductsTable, "id"> {
  return {
    name: product.name,
    name_en: product.nameEn,
    search: searchKey(`${product.name} ${product.nameEn}`),
    family: product.family,
    homogeneous_family: product.homogeneousFamily,
    composition: product.composition,
    plant: product.plant === null ? null : product.plant ? 1 : 0,
    farm_kind: product.farmKind,
    unit: product.unit,
    piece_grams: product.pieceGrams,
    vat_bp: product.vatBp,
    refuse_bp: product.refuseBp,
    gamme: product.gamme,
    base_product_id: product.baseProductId,
    portion_grams: product.portionGrams,
    season: toJsonText(product.season),
    active: product.active ? 1 : 0,
  };
}

function toProduct(row: ProductsTable): Product {
  return {
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    family: row.family as Family | null,
    homogeneousFamily: row.homogeneous_family as HomogeneousFamilyCode | null,
    composition: row.composition as Composition | null,
    plant: row.plant === null ? null : row.plant === 1,
    farmKind: row.farm_kind as FarmKind | null,
    unit: row.unit as Unit,
    pieceGrams: row.piece_grams,
    vatBp: row.vat_bp,
    refuseBp: row.refuse_bp,
    gamme: row.gamme as Gamme | null,
    baseProductId: row.base_product_id,
    portionGrams: row.portion_grams,
    season: fromJsonText<number[]>(row.season),
    active: row.active === 1,
  };
}
