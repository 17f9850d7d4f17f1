import fc from "fast-check";
import type { Kysely } from "kysely";
import type { Database } from "../../../db/database.ts";
import type { Cell } from "../../../shared/cells.ts";
import { cellsOfLines } from "../../../shared/cells-of-lines.ts";
import type { CertificateInput } from "../../../shared/certificates.ts";
import type { CertificateFact, Place } from "../../../shared/facts.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { lineAmounts, verdictDate } from "../../../shared/order-amounts.ts";
import type { Order, OrderLine } from "../../../shared/orders.ts";
import type { Supplier, SupplierInput } from "../../../shared/suppliers.ts";
import type { KnownSupplier, Surroundings } from "../../../shared/surroundings.ts";
import { classifyLine } from "../../../shared/surroundings.ts";
import { anOrder, anOrderLine, COMMUNES, LOCAL_DEFINITION, seedSupplier } from "../../support/seed.ts";

/** What the database is expected to hold for one canteen, kept in memory without its machinery. */
export interface CubeModel {
  canteenId: Id;
  productId: Id;
  suppliers: { record: Supplier; certificates: { id: Id; input: CertificateInput }[] }[];
  orders: { order: Order; deleted: boolean }[];
}

/** Indexes are taken modulo what there is. */
export type Operation =
  | {
      kind: "create";
      supplier: number;
      status: Order["status"];
      credit: boolean;
      day: number;
      lines: LineSketch[];
    }
  | { kind: "edit"; order: number; status: Order["status"]; day: number; drop: number; line: LineSketch }
  | { kind: "delete" | "restore"; order: number }
  | { kind: "prove"; supplier: number; fromDay: number; toDay: number }
  | { kind: "unprove"; supplier: number }
  | { kind: "supplier"; supplier: number; producer: boolean };

interface LineSketch {
  cents: number;
  quantityMilli: number;
  family: OrderLine["family"];
  organic: boolean;
  origin: number;
  intermediaries: number | null;
  weighed: boolean;
  producer: number | null;
}

/** What is asked of the product; undefined: the operation has nothing to work on. */
export type Change =
  | { kind: "save"; order: Order }
  | { kind: "delete" | "restore"; orderId: Id }
  | { kind: "prove"; certificate: { id: Id; supplierId: Id; input: CertificateInput } }
  | { kind: "unprove"; certificateId: Id }
  | { kind: "supplier"; id: Id; input: SupplierInput };

const index = fc.nat(20);
const day = fc.integer({ min: 1, max: 28 });
const status = fc.constantFrom<Order["status"]>("DRAFT", "ORDERED", "RECEIVED", "INVOICED");
const sketch: fc.Arbitrary<LineSketch> = fc.record({
  cents: fc.integer({ min: -5_000, max: 50_000 }),
  quantityMilli: fc.integer({ min: -5_000, max: 50_000 }),
  family: fc.constantFrom("FRUITS_ET_LEGUMES", "VIANDES_VOLAILLES", "BOISSONS", null),
  organic: fc.boolean(),
  origin: fc.nat(COMMUNES.length),
  intermediaries: fc.constantFrom(null, 0, 1, 2),
  weighed: fc.boolean(),
  producer: fc.option(index),
});

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("create"),
      supplier: index,
      status,
      credit: fc.boolean(),
      day,
      lines: fc.array(sketch, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("edit"),
      order: index,
      status,
      day,
      drop: fc.nat(2),
      line: sketch,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("delete", "restore"), order: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("prove"), supplier: index, fromDay: day, toDay: day }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unprove"), supplier: index }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("supplier"), supplier: index, producer: fc.boolean() }),
  },
) as fc.Arbitrary<Operation>;

/** A model with two suppliers of its own, a farm and a wholesaler. */
export async function startModel(
  db: Kysely<Database>,
  { canteenId, productId }: { canteenId: Id; productId: Id },
): Promise<CubeModel> {
  const farm = await seedSupplier(db);
  const wholesaler = await seedSupplier(db, {
    kind: "WHOLESALER",
    name: "Grossiste d'essai",
    productionCommune: null,
  });
  return {
    canteenId,
    productId,
    suppliers: [farm, wholesaler].map((record) => ({ record, certificates: [] })),
    orders: [],
  };
}

/** Changes the model and says what the product must be asked. */
export function applyOperation(model: CubeModel, operation: Operation): Change | undefined {
  switch (operation.kind) {
    case "create": {
      const order = anOrder({
        supplierId: at(model.suppliers, operation.supplier).record.id,
        status: operation.status,
        kind: operation.credit ? "CREDIT_NOTE" : "ORDER",
        deliveredOn: `2026-10-${twoDigits(operation.day)}`,
        lines: operation.lines.map((line) => lineOf(model, line)),
      });
      model.orders.push({ order, deleted: false });
      return { kind: "save", order };
    }
    case "edit": {
      if (model.orders.length === 0) return undefined;
      const held = at(model.orders, operation.order);
      if (held.deleted) return undefined;
      held.order = {
        ...held.order,
        version: held.order.version + 1,
        status: operation.status,
        deliveredOn: operation.day > 14 ? null : `2026-11-${twoDigits(operation.day)}`,
        lines: [...held.order.lines.slice(operation.drop), lineOf(model, operation.line)],
      };
      return { kind: "save", order: held.order };
    }
    case "delete":
    case "restore": {
      if (model.orders.length === 0) return undefined;
      const held = at(model.orders, operation.order);
      const deleted = operation.kind === "delete";
      if (held.deleted !== deleted) held.order = { ...held.order, version: held.order.version + 1 };
      held.deleted = deleted;
      return { kind: operation.kind, orderId: held.order.id };
    }
    case "prove":
      return prove(model, operation);
    case "unprove": {
      const certificate = at(model.suppliers, operation.supplier).certificates.pop();
      return certificate && { kind: "unprove", certificateId: certificate.id };
    }
    case "supplier": {
      const { record } = at(model.suppliers, operation.supplier);
      record.kind = operation.producer ? "PRODUCER" : "WHOLESALER";
      const { id, ...input } = record;
      return { kind: "supplier", id, input };
    }
  }
}

/** The cells that the model's orders give, by the pure rules alone. */
export function modelCells(model: CubeModel): Cell[] {
  const around = surroundings(model);
  return cellsOfLines(
    model.orders
      .filter(({ order, deleted }) => !deleted && order.status !== "DRAFT")
      .flatMap(({ order }) => order.lines.map((line) => ({ order, line })))
      .flatMap(({ order, line }) => {
        if (line.family === null) return [];
        const { date, kind } = verdictDate(order);
        const { amountHtCents, weightGrams } = lineAmounts(line, order.kind);
        const verdict = classifyLine({ line, supplierId: order.supplierId, date, dateKind: kind }, around);
        return {
          canteenId: model.canteenId,
          supplierId: order.supplierId,
          date,
          family: line.family,
          amountCents: amountHtCents,
          weightGrams,
          verdict,
        };
      }),
  );
}

function prove(model: CubeModel, operation: Operation & { kind: "prove" }): Change {
  const { record, certificates } = at(model.suppliers, operation.supplier);
  const [from, to] = [operation.fromDay, operation.toDay].toSorted((a, b) => a - b);
  const certificate = {
    id: newId(),
    input: {
      scheme: "BIO" as const,
      number: `FR-${certificates.length}`,
      controlBody: "FR-BIO-01",
      families: [],
      offerIds: [],
      validFrom: `2026-10-${twoDigits(from ?? 1)}`,
      validTo: `2026-11-${twoDigits(to ?? 1)}`,
      fileId: null,
    },
  };
  certificates.push(certificate);
  return { kind: "prove", certificate: { ...certificate, supplierId: record.id } };
}

function lineOf(model: CubeModel, line: LineSketch): OrderLine {
  const origin = COMMUNES[line.origin]?.code;
  return anOrderLine({
    productId: model.productId,
    family: line.family,
    quantityMilli: line.weighed ? line.quantityMilli : null,
    unit: line.weighed ? "KG" : null,
    amountHtCents: line.cents,
    claims: line.organic ? ["BIO"] : [],
    originCommunes: origin === undefined ? [] : [origin],
    intermediaries: line.intermediaries,
    producerId: line.producer === null ? null : at(model.suppliers, line.producer).record.id,
  });
}

function surroundings(model: CubeModel): Surroundings {
  const places = new Map(
    COMMUNES.map((commune): [string, Place] => [
      commune.code,
      { ...commune, commune: commune.code, communeName: commune.name, pats: [] },
    ]),
  );
  const canteen = places.get("62041");
  if (canteen === undefined) throw new Error("Arras is missing");
  return {
    canteen,
    definitions: [LOCAL_DEFINITION],
    suppliers: new Map(model.suppliers.map((supplier) => [supplier.record.id, known(supplier)])),
    products: new Map([
      [model.productId, { id: model.productId, composition: "RAW", plant: true, farmKind: null }],
    ]),
    places,
  };
}

function known({ record, certificates }: CubeModel["suppliers"][number]): KnownSupplier {
  return {
    id: record.id,
    name: record.name,
    isProducer: record.kind === "PRODUCER",
    productionCommune: record.productionCommune,
    ownPosition: null,
    certificates: certificates.map(
      ({ id, input }): Omit<CertificateFact, "holder" | "holderName"> => ({ id, ...input }),
    ),
  };
}

function at<T>(list: readonly T[], position: number): T {
  const item = list[position % list.length];
  if (item === undefined) throw new Error("empty list");
  return item;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
