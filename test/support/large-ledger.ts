import type { LedgerRows } from "../../db/queries/legumerie-ledger.ts";
import type { Id } from "../../shared/ids.ts";
import { createRandom } from "../../shared/random.ts";

/** What a large ledger hangs on: all of it is there already. */
export interface LedgerGround {
  legumerieId: Id;
  producerIds: readonly [Id, ...Id[]];
  productId: Id;
  /** Each with a purchase line that all its deliveries become. */
  canteens: readonly { id: Id; orderId: Id; lineId: Id }[];
}

const DAY = "2026-10-01";
const CREATED = { created_at: "2026-10-01T08:00:00.000Z" };

/**
 * A graph of `lots` received lots: each batch takes one to four of them, a lot goes into one to three batches, each
 * batch packs two output lots and each of these goes to three canteens. A supplier's number covers up to five lots.
 */
export function largeLedger(ground: LedgerGround, { lots }: { lots: number }): LedgerRows {
  const random = createRandom("a large ledger");
  const rows = {
    lots: [] as LedgerRows["lots"][number][],
    batches: [] as LedgerRows["batches"][number][],
    inputs: [] as LedgerRows["inputs"][number][],
    losses: [],
    outputs: [] as LedgerRows["outputs"][number][],
    deliveries: [] as LedgerRows["deliveries"][number][],
    disposals: [],
    requests: [],
    details: [],
    notices: [],
  };
  const legumerie_id = ground.legumerieId;
  for (let lot = 0; lot < lots; lot++)
    rows.lots.push({
      legumerie_id,
      id: idOf("lot", lot),
      producer_id: random.pick(ground.producerIds),
      product_id: ground.productId,
      variety: null,
      gross_grams: 100_000,
      price_ht_cents: 4_300,
      harvested_on: null,
      received_on: DAY,
      origin_commune: null,
      organic_stage: null,
      supplier_lot: `L${Math.floor(lot / random.between(1, 5))}`,
      intermediaries: 0,
      owned: 1,
      ...CREATED,
    });
  const batches = Math.floor(lots / 2);
  for (let batch = 0; batch < batches; batch++) addBatch(rows, ground, { batch, lots, random });
  return rows;
}

type Rows = {
  batches: LedgerRows["batches"][number][];
  inputs: LedgerRows["inputs"][number][];
  outputs: LedgerRows["outputs"][number][];
  deliveries: LedgerRows["deliveries"][number][];
};

function addBatch(
  rows: Rows,
  { legumerieId: legumerie_id, productId: product_id, canteens }: LedgerGround,
  { batch, lots, random }: { batch: number; lots: number; random: ReturnType<typeof createRandom> },
): void {
  const batch_id = idOf("batch", batch);
  rows.batches.push({
    legumerie_id,
    id: batch_id,
    started_on: DAY,
    ended_on: DAY,
    cut: "GRATED",
    ...CREATED,
  });
  const taken = new Set([(batch * 2) % lots, (batch * 2 + 1) % lots]);
  for (let more = random.below(3); more > 0; more--) taken.add(random.below(lots));
  for (const lot of taken)
    rows.inputs.push({ legumerie_id, batch_id, lot_id: idOf("lot", lot), grams: 10_000 });
  for (const rank of [0, 1]) {
    const output_id = idOf("output", batch * 2 + rank);
    rows.outputs.push({
      ...{ legumerie_id, id: output_id, batch_id, product_id, cut: "GRATED", net_grams: 9_000 },
      ...{ pack_grams: 5_000, packed_on: DAY, use_by: "2026-10-07", ...CREATED },
    });
    for (let stop = 0; stop < 3; stop++) {
      const canteen = canteens[random.below(canteens.length)];
      if (canteen === undefined) continue;
      rows.deliveries.push({
        canteen_id: canteen.id,
        id: idOf("delivery", (batch * 2 + rank) * 3 + stop),
        ...{ legumerie_id, output_id, delivered_on: "2026-10-02", grams: 3_000, refused_grams: 0 },
        ...{ price_ht_cents: 600, order_id: canteen.orderId, line_id: canteen.lineId, ...CREATED },
      });
    }
  }
}

function idOf(kind: "lot" | "batch" | "output" | "delivery", rank: number): Id {
  const first = { lot: "1", batch: "2", output: "3", delivery: "4" }[kind];
  return `0190000${first}-0000-7000-8000-${String(rank).padStart(12, "0")}`;
}
