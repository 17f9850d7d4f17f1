import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { BoughtForm, OtherForm, SoldForm } from "../../shared/legumerie/edible-prices.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import type { LedgerPeriod } from "./legumerie-figures.ts";
import { servableCanteens } from "./legumerie-places.ts";
import { creditedLater, refusedLater } from "./legumerie-refusals.ts";

interface Row {
  kind: "SOLD" | "RAW" | "FROZEN";
  product: string;
  raw: string;
  name: string;
  nameEn: string;
  cut: string;
  refuse: number | null;
  cents: number;
  grams: number;
  canteens: number;
  suppliers: number;
}

/**
 * What the workshop sold over the period by product and cut, and what the canteens it may deliver to bought elsewhere
 * of the same vegetables, raw or frozen: one statement, in no promised order.
 */
export async function listFormPrices(
  db: Kysely<Database>,
  { legumerieId, from, to }: LedgerPeriod,
): Promise<{ sold: SoldForm[]; bought: BoughtForm[] }> {
  const raw = sql`coalesce(products.base_product_id, products.id)`;
  const form = sql`case when products.gamme = 'FROZEN' then 'FROZEN' else 'RAW' end`;
  const departement = sql<string>`(select coalesce(max(communes.departement), '') from suppliers
    join communes on communes.code = coalesce(suppliers.production_commune, suppliers.commune)
    where suppliers.id = ${legumerieId})`;
  const { rows } = await sql<Row>`
    select 'SOLD' as "kind", products.id as "product", ${raw} as "raw", products.name as "name",
      products.name_en as "nameEn", outputs.cut as "cut", products.refuse_bp as "refuse", sum(moved.price_ht_cents - ${creditedLater("moved")}) as "cents",
      sum(moved.grams - moved.refused_grams - ${refusedLater("moved")}) as "grams",
      count(distinct moved.canteen_id) as "canteens", 1 as "suppliers"
    from legumerie_deliveries as moved
    join legumerie_outputs as outputs
      on outputs.legumerie_id = moved.legumerie_id and outputs.id = moved.output_id
    join products on products.id = outputs.product_id
    where moved.legumerie_id = ${legumerieId} and moved.delivered_on >= ${from} and moved.delivered_on <= ${to}
    group by products.id, ${raw}, products.name, products.name_en, outputs.cut, products.refuse_bp
    union all
    select ${form}, '', ${raw}, min(products.name), min(products.name_en), '', min(products.refuse_bp),
      sum(lines.amount_ht_cents), sum(lines.weight_grams), count(distinct lines.canteen_id),
      count(distinct lines.supplier_id)
    from order_lines as lines
    join products on products.id = lines.product_id
    where lines.counted = 1 and lines.weight_grams > 0 and lines.amount_ht_cents > 0
      and lines.counted_on >= ${from} and lines.counted_on <= ${to} and lines.supplier_id <> ${legumerieId}
      and ((products.gamme = 'FRESH' and products.base_product_id is null) or products.gamme = 'FROZEN')
      and ${raw} in (select coalesce(own.base_product_id, own.id) from products as own
        where own.id in (select product_id from legumerie_outputs where legumerie_id = ${legumerieId}))
      and lines.canteen_id in ${servableCanteens(db, { legumerieId, departement }).select("id")}
    group by ${form}, ${raw}`.execute(db);
  return {
    sold: rows.flatMap((row) => (row.kind === "SOLD" ? [toSold(row)] : [])),
    bought: rows.flatMap((row) => (row.kind === "SOLD" ? [] : [toBought(row, row.kind)])),
  };
}

function toSold(row: Row): SoldForm {
  return {
    productId: row.product,
    rawId: row.raw,
    name: row.name,
    nameEn: row.nameEn,
    cut: row.cut as Cut,
    amountCents: Number(row.cents),
    weightGrams: Number(row.grams),
  };
}

function toBought(row: Row, form: OtherForm): BoughtForm {
  return {
    rawId: row.raw,
    form,
    name: row.name,
    nameEn: row.nameEn,
    refuseBp: row.refuse,
    amountCents: Number(row.cents),
    weightGrams: Number(row.grams),
    canteens: Number(row.canteens),
    suppliers: Number(row.suppliers),
  };
}
