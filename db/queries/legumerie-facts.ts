import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { LedgerFact } from "../../shared/legumerie/facts.ts";
import type { WorkStatus } from "../../shared/legumerie/hours.ts";
import type { RequestStatus } from "../../shared/legumerie/requests.ts";
import type { LossCause, LossDestination, LotStage } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { DISPOSED, disposedOf } from "./legumerie-disposals.ts";
import { creditedLater, refusedLater } from "./legumerie-refusals.ts";

/** Whose facts, from which day to which, both inside. Stock is that of the last day. */
export interface FactsWanted {
  legumerieId: Id;
  from: IsoDate;
  to: IsoDate;
}

interface Row {
  kind: LedgerFact["kind"];
  day: string;
  /** Raw product; empty: several. */
  product: string;
  a: string;
  b: string;
  c: string;
  n1: number;
  n2: number;
  n3: number;
  n4: number;
  lat: number | null;
  lng: number | null;
}

/** Everything the ledger says over the days, in one statement and in no promised order. */
export async function listLedgerFacts(db: Kysely<Database>, wanted: FactsWanted): Promise<LedgerFact[]> {
  const parts = [
    received(wanted),
    worked(),
    lost(),
    disposed(wanted),
    packed(wanted),
    delivered(wanted),
    states(wanted),
  ];
  const { rows } = await sql<Row>`
    with used as (${batchesUsed(wanted)})
    ${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map(toFact);
}

/** What a product is made of: the raw form it stands for, else itself. */
const RAW = sql`coalesce(products.base_product_id, products.id)`;

function within(day: string, { from, to }: FactsWanted): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(day)} >= ${from} and ${sql.ref(day)} <= ${to}`;
}

/** Batches ended over the days, what they took, and of which product when it is the only one. */
function batchesUsed(wanted: FactsWanted): RawBuilder<unknown> {
  const fixed = correction("INPUT", { of: "inputs", batch: "batch_id", subject: "lot_id" });
  return sql`select inputs.legumerie_id, inputs.batch_id, batches.ended_on,
      case when min(${RAW}) = max(${RAW}) then min(${RAW}) else '' end as product,
      sum(inputs.grams + ${fixed}) as grams
    from legumerie_batches as batches
    join legumerie_batch_inputs as inputs
      on inputs.legumerie_id = batches.legumerie_id and inputs.batch_id = batches.id
    join legumerie_lots as lots on lots.legumerie_id = inputs.legumerie_id and lots.id = inputs.lot_id
    join products on products.id = lots.product_id
    where batches.legumerie_id = ${wanted.legumerieId} and ${within("batches.ended_on", wanted)}
    group by inputs.legumerie_id, inputs.batch_id, batches.ended_on`;
}

function received(wanted: FactsWanted): RawBuilder<unknown> {
  const fixed = correction("LOT", { of: "lots", batch: null, subject: "id" });
  return sql`select 'RECEIVED' as "kind", lots.received_on as "day", ${RAW} as "product", lots.producer_id as "a",
      coalesce(communes.departement, '') as "b", coalesce(lots.organic_stage, '') as "c",
      lots.gross_grams + ${fixed} as "n1", lots.price_ht_cents as "n2", lots.intermediaries as "n3",
      lots.owned as "n4", communes.lat_e6 as "lat", communes.lng_e6 as "lng"
    from legumerie_lots as lots
    join products on products.id = lots.product_id
    left join communes on communes.code = lots.origin_commune
    where lots.legumerie_id = ${wanted.legumerieId} and ${within("lots.received_on", wanted)}`;
}

function worked(): RawBuilder<unknown> {
  const net = correction("OUTPUT", { of: "outputs", batch: "batch_id", subject: "id" });
  const loss = correction("LOSS", { of: "losses", batch: "batch_id", subject: "id" });
  return sql`select 'WORKED', used.ended_on, used.product, '', '', '', used.grams,
      (select coalesce(sum(outputs.net_grams + ${net}), 0) from legumerie_outputs as outputs
        where outputs.legumerie_id = used.legumerie_id and outputs.batch_id = used.batch_id),
      (select coalesce(sum(losses.grams + ${loss}), 0) from legumerie_losses as losses
        where losses.legumerie_id = used.legumerie_id and losses.batch_id = used.batch_id),
      0, null, null
    from used`;
}

function lost(): RawBuilder<unknown> {
  const fixed = correction("LOSS", { of: "losses", batch: "batch_id", subject: "id" });
  return sql`select 'LOSS', used.ended_on, used.product, losses.cause, losses.destination, '',
      losses.grams + ${fixed}, 0, 0, 0, null, null
    from used
    join legumerie_losses as losses
      on losses.legumerie_id = used.legumerie_id and losses.batch_id = used.batch_id`;
}

function disposed(wanted: FactsWanted): RawBuilder<unknown> {
  return sql`select 'LOSS', gone.disposed_on, ${RAW}, gone.cause, gone.destination, '', ${DISPOSED}, 0, 0, 0, null, null
    from legumerie_disposals as gone
    join legumerie_outputs as outputs
      on outputs.legumerie_id = gone.legumerie_id and outputs.id = gone.output_id
    join products on products.id = outputs.product_id
    where gone.legumerie_id = ${wanted.legumerieId} and ${within("gone.disposed_on", wanted)}`;
}

function packed(wanted: FactsWanted): RawBuilder<unknown> {
  const fixed = correction("OUTPUT", { of: "outputs", batch: "batch_id", subject: "id" });
  return sql`select 'PACKED', outputs.packed_on, ${RAW}, '', '', '', outputs.net_grams + ${fixed}, 0, 0, 0, null, null
    from legumerie_outputs as outputs
    join products on products.id = outputs.product_id
    where outputs.legumerie_id = ${wanted.legumerieId} and ${within("outputs.packed_on", wanted)}`;
}

/** A standing demand has no day of its own: its deliveries are wanted when their order says. */
function delivered(wanted: FactsWanted): RawBuilder<unknown> {
  return sql`select 'DELIVERED', moved.delivered_on, ${RAW}, moved.canteen_id,
      coalesce(case when requests.weekly = 0 then requests.wanted_on end, orders.expected_on, ''),
      case when details.replaced is null then '' else 'REPLACED' end, moved.grams,
      moved.refused_grams + ${refusedLater("moved")}, moved.price_ht_cents - ${creditedLater("moved")},
      coalesce(products.portion_grams, 0), null, null
    from legumerie_deliveries as moved
    join legumerie_outputs as outputs
      on outputs.legumerie_id = moved.legumerie_id and outputs.id = moved.output_id
    join products on products.id = outputs.product_id
    join orders on orders.canteen_id = moved.canteen_id and orders.id = moved.order_id
    left join legumerie_delivery_details as details
      on details.canteen_id = moved.canteen_id and details.delivery_id = moved.id
    left join legumerie_requests as requests
      on requests.canteen_id = details.canteen_id and requests.id = details.request_id
    where moved.legumerie_id = ${wanted.legumerieId} and ${within("moved.delivered_on", wanted)}`;
}

/** Hours, standing demands, and what was left of each output lot on the last day. */
function states({ legumerieId, from, to }: FactsWanted): RawBuilder<unknown> {
  const fixed = correction("OUTPUT", { of: "outputs", batch: "batch_id", subject: "id" });
  return sql`select 'HOURS', hours.month || '-01', '', hours.status, '', '', hours.hours_e2, 0, 0, 0, null, null
    from legumerie_hours as hours
    where hours.legumerie_id = ${legumerieId} and hours.month >= ${from.slice(0, 7)}
      and hours.month <= ${to.slice(0, 7)}
    union all
    select 'DEMAND', requests.asked_on, ${RAW}, requests.status, coalesce(requests.answered_on, ''), '',
      requests.grams, 0, 0, 0, null, null
    from legumerie_requests as requests
    join products on products.id = requests.product_id
    where requests.legumerie_id = ${legumerieId} and requests.weekly = 1 and requests.status <> 'CANCELLED'
      and requests.asked_on <= ${to}
    union all
    select 'STOCK', held.packed_on, held.product, held.use_by, '', '', held.grams, 0, 0, 0, null, null
    from (select outputs.packed_on, ${RAW} as product, outputs.use_by, outputs.net_grams + ${fixed}
        - (select coalesce(sum(moved.grams - moved.refused_grams), 0) from legumerie_deliveries as moved
          where moved.legumerie_id = outputs.legumerie_id and moved.output_id = outputs.id
            and moved.delivered_on <= ${to})
        + (select coalesce(sum(late.grams), 0) from legumerie_refusals as late
          where late.legumerie_id = outputs.legumerie_id and late.output_id = outputs.id
            and late.refused_on <= ${to})
        - ${disposedOf("outputs", to)} as grams
      from legumerie_outputs as outputs
      join products on products.id = outputs.product_id
      where outputs.legumerie_id = ${legumerieId} and outputs.packed_on <= ${to}) as held
    where held.grams > 0`;
}

function toFact(row: Row): LedgerFact {
  const { kind, day, product: productId, a, b, c } = row;
  const [n1, n2, n3, n4] = [row.n1, row.n2, row.n3, row.n4].map(Number) as [number, number, number, number];
  const point = row.lat === null || row.lng === null ? null : { latE6: row.lat, lngE6: row.lng };
  switch (kind) {
    case "RECEIVED":
      return {
        ...{ kind, day, productId, producerId: a, departement: given(b), point },
        organicStage: given(c) as LotStage | null,
        ...{ intermediaries: n3, owned: n4 === 1, grams: n1, priceHtCents: n2 },
      };
    case "WORKED":
      return { kind, day, productId: given(productId), inputGrams: n1, outputGrams: n2, lossGrams: n3 };
    case "LOSS":
      return {
        ...{ kind, day, productId: given(productId), grams: n1 },
        cause: a as LossCause,
        destination: b as LossDestination,
      };
    case "PACKED":
      return { kind, day, productId, grams: n1 };
    case "DELIVERED":
      return {
        ...{ kind, day, productId, canteenId: a, grams: n1, refusedGrams: n2, priceHtCents: n3 },
        ...{ wantedOn: given(b), substituted: c !== "", portionGrams: n4 === 0 ? null : n4 },
      };
    case "HOURS":
      return { kind, day, status: a as WorkStatus, hoursE2: n1 };
    case "DEMAND":
      return { kind, day, productId, status: a as RequestStatus, answeredOn: given(b), grams: n1 };
    case "STOCK":
      return { kind, day, productId, useBy: a, grams: n1 };
  }
}

function given(text: string): string | null {
  return text === "" ? null : text;
}
