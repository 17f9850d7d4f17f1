import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Family } from "../../shared/families.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { Id } from "../../shared/ids.ts";
import type { Capacity } from "../../shared/legumerie/capacity.ts";
import type { OrganicProof } from "../../shared/legumerie/traits.ts";
import type { Database } from "../database.ts";
import { fromJsonText } from "../json.ts";
import { servableCanteens } from "./legumerie-places.ts";

/** What is known around a workshop's facts. */
export interface FactGround {
  /** INSEE code; null: not known. */
  departement: string | null;
  departementName: string | null;
  point: Point | null;
  /** Canteens in use that it may deliver to. */
  eligible: number;
  /** Raw products it ever received or sold, by name. */
  products: { id: Id; name: string; nameEn: string; refuseBp: number | null }[];
  proofs: Map<Id, OrganicProof[]>;
  capacities: Capacity[];
}

interface Row {
  kind: "PLACE" | "PRODUCT" | "PROOF" | "CAPACITY";
  id: string;
  a: string;
  b: string;
  c: string;
  n1: number | null;
  n2: number | null;
  n3: number | null;
}

/** Everything around the facts of a workshop, in one statement. */
export async function readFactGround(db: Kysely<Database>, legumerieId: Id): Promise<FactGround> {
  const place = sql`from suppliers
    left join communes on communes.code = coalesce(suppliers.production_commune, suppliers.commune)
    where suppliers.id = ${legumerieId}`;
  const departement = sql<string>`(select coalesce(communes.departement, '') ${place})`;
  const { rows } = await sql<Row>`
    select 'PLACE' as "kind", coalesce(communes.departement, '') as "id", coalesce((select territories.name
        from territories where territories.code = 'DEP-' || communes.departement), '') as "a", '' as "b", '' as "c",
      coalesce(suppliers.lat_e6, communes.lat_e6) as "n1", coalesce(suppliers.lng_e6, communes.lng_e6) as "n2",
      (select count(*) from ${servableCanteens(db, { legumerieId, departement }).select("id")} as servable) as "n3"
    ${place}
    union all
    select 'PRODUCT', raw.id, raw.name, raw.name_en, raw.search, raw.refuse_bp, null, null
    from products as raw
    where raw.id in (select coalesce(products.base_product_id, products.id) from products
      where products.id in (select product_id from legumerie_lots where legumerie_id = ${legumerieId}
        union select product_id from legumerie_outputs where legumerie_id = ${legumerieId}))
    union all
    select 'PROOF', certificates.supplier_id, certificates.families, certificates.valid_from,
      coalesce(certificates.valid_to, ''), null, null, null
    from certificates
    where certificates.scheme = 'BIO' and certificates.supplier_id in
      (select producer_id from legumerie_lots where legumerie_id = ${legumerieId})
    union all
    select 'CAPACITY', capacities.valid_from, capacities.weekdays, capacities.closures, '',
      capacities.grams_per_day, capacities.school_calendar, null
    from legumerie_capacities as capacities
    where capacities.legumerie_id = ${legumerieId}
    order by 1, 5, 2, 4`.execute(db);
  return toGround(rows);
}

function toGround(rows: readonly Row[]): FactGround {
  const proofs = new Map<Id, OrganicProof[]>();
  for (const { id, a, b, c } of rows.filter(({ kind }) => kind === "PROOF")) {
    const proof = { families: fromJsonText<Family[]>(a), validFrom: b, validTo: c === "" ? null : c };
    proofs.set(id, [...(proofs.get(id) ?? []), proof]);
  }
  const place = rows.find(({ kind }) => kind === "PLACE");
  return {
    departement: place === undefined || place.id === "" ? null : place.id,
    departementName: place === undefined || place.a === "" ? null : place.a,
    point:
      place == null || place.n1 === null || place.n2 === null ? null : { latE6: place.n1, lngE6: place.n2 },
    eligible: Number(place?.n3 ?? 0),
    products: rows.flatMap(({ kind, id, a, b, n1 }) =>
      kind === "PRODUCT" ? [{ id, name: a, nameEn: b, refuseBp: n1 }] : [],
    ),
    proofs,
    capacities: rows.flatMap((row) => (row.kind === "CAPACITY" ? [toCapacity(row)] : [])),
  };
}

function toCapacity({ id, a, b, n1, n2 }: Row): Capacity {
  return {
    validFrom: id,
    gramsPerDay: Number(n1),
    weekdays: fromJsonText<Capacity["weekdays"]>(a),
    schoolCalendar: n2 === 1,
    closures: fromJsonText<Capacity["closures"]>(b),
  };
}
