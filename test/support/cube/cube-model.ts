import type { Kysely } from "kysely";
import type { Database } from "../../../db/database.ts";
import type { Cell } from "../../../shared/cells.ts";
import { cellsOfLines } from "../../../shared/cells-of-lines.ts";
import type { CertificateInput } from "../../../shared/certificates.ts";
import type { CertificateFact, Place, Verdict } from "../../../shared/facts.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { lineAmounts, verdictDate } from "../../../shared/order-amounts.ts";
import type { Order, OrderLine } from "../../../shared/orders.ts";
import type { SupplierStatusInput } from "../../../shared/supplier-statuses.ts";
import type { Supplier, SupplierInput } from "../../../shared/suppliers.ts";
import type { KnownSupplier, Surroundings } from "../../../shared/surroundings.ts";
import { classifyLine } from "../../../shared/surroundings.ts";
import { anOrder, anOrderLine, COMMUNES, LOCAL_DEFINITION, seedSupplier } from "../seed.ts";
import type { LineSketch, Operation } from "./cube-operations.ts";
import { socialOf } from "./cube-social.ts";

/** What the database is expected to hold for one canteen, kept in memory without its machinery. */
export interface CubeModel {
  canteenId: Id;
  productId: Id;
  suppliers: {
    record: Supplier;
    certificates: { id: Id; input: CertificateInput }[];
    statuses: { id: Id; input: SupplierStatusInput }[];
  }[];
  orders: HeldOrder[];
  /** Verdicts of the lines of the frozen year, by line id; null: the year is open. */
  frozen: ReadonlyMap<Id, Verdict> | null;
}

interface HeldOrder {
  order: Order;
  deleted: boolean;
}

/** What is asked of the product; undefined: the operation has nothing to work on. */
export type Change =
  | { kind: "save"; order: Order; refused: boolean }
  | { kind: "delete" | "restore"; orderId: Id; refused: boolean }
  | { kind: "freeze" | "reopen" }
  | { kind: "prove"; certificate: { id: Id; supplierId: Id; input: CertificateInput } }
  | { kind: "unprove"; certificateId: Id }
  | { kind: "status"; status: { id: Id; supplierId: Id; input: SupplierStatusInput }; refused: boolean }
  | { kind: "unstatus"; statusId: Id }
  | { kind: "supplier"; id: Id; input: SupplierInput };

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
    suppliers: [farm, wholesaler].map((record) => ({ record, certificates: [], statuses: [] })),
    orders: [],
    frozen: null,
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
      return hold(model, null, { order, deleted: false });
    }
    case "edit": {
      if (model.orders.length === 0) return undefined;
      const held = at(model.orders, operation.order);
      if (held.deleted) return undefined;
      const order = {
        ...held.order,
        version: held.order.version + 1,
        status: operation.status,
        deliveredOn: operation.day > 14 ? null : `2026-11-${twoDigits(operation.day)}`,
        lines: [...held.order.lines.slice(operation.drop), lineOf(model, operation.line)],
      };
      return hold(model, held, { order, deleted: false });
    }
    case "delete":
    case "restore": {
      if (model.orders.length === 0) return undefined;
      const held = at(model.orders, operation.order);
      const deleted = operation.kind === "delete";
      const version = held.order.version + (held.deleted === deleted ? 0 : 1);
      const { refused } = hold(model, held, { order: { ...held.order, version }, deleted });
      return { kind: operation.kind, orderId: held.order.id, refused };
    }
    case "freeze":
    case "reopen":
      return freeze(model, operation.kind);
    case "prove":
      return prove(model, operation);
    case "unprove": {
      const certificate = at(model.suppliers, operation.supplier).certificates.pop();
      return certificate && { kind: "unprove", certificateId: certificate.id };
    }
    case "status":
      return giveStatus(model, operation);
    case "unstatus": {
      const status = at(model.suppliers, operation.supplier).statuses.pop();
      return status && { kind: "unstatus", statusId: status.id };
    }
    case "supplier": {
      const { record } = at(model.suppliers, operation.supplier);
      record.kind = operation.producer ? "PRODUCER" : "WHOLESALER";
      const { id, ...input } = record;
      return { kind: "supplier", id, input };
    }
  }
}

/** The cells that the model's orders give, by the pure rules alone. `asOf` today: as if no year were frozen. */
export function modelCells(model: CubeModel, asOf: "declared" | "today" = "declared"): Cell[] {
  return cellsOfLines(
    countedLines(model).map(({ order, line, family, date, verdict }) => {
      const { amountHtCents, weightGrams } = lineAmounts(line, order.kind);
      const kept = asOf === "declared" ? model.frozen?.get(line.id) : undefined;
      return {
        canteenId: model.canteenId,
        supplierId: order.supplierId,
        date,
        family,
        amountCents: amountHtCents,
        weightGrams,
        verdict: kept ?? verdict,
        social: socialOf(
          model.suppliers.find(({ record }) => record.id === order.supplierId)?.statuses ?? [],
          date,
        ),
      };
    }),
  );
}

function freeze(model: CubeModel, kind: "freeze" | "reopen"): Change | undefined {
  const lines = countedLines(model);
  if ((kind === "freeze") === (model.frozen !== null) || lines.length === 0) return undefined;
  model.frozen = kind === "freeze" ? new Map(lines.map(({ line, verdict }) => [line.id, verdict])) : null;
  return { kind };
}

/** Every line that counts, with the verdict of today's facts. */
function countedLines(model: CubeModel) {
  const around = surroundings(model);
  return model.orders.flatMap((held) =>
    countedOf(held).map(({ order, line, family }) => {
      const { date, kind } = verdictDate(order);
      const item = { line, supplierId: order.supplierId, date, dateKind: kind };
      return { order, line, family, date, verdict: classifyLine(item, around) };
    }),
  );
}

function countedOf({ order, deleted }: HeldOrder) {
  if (deleted || order.status === "DRAFT") return [];
  return order.lines.flatMap((line) => (line.family === null ? [] : [{ order, line, family: line.family }]));
}

/** Puts an order in place of what was held, unless what counts in the frozen year would change. */
function hold(
  model: CubeModel,
  before: HeldOrder | null,
  after: HeldOrder,
): { kind: "save"; order: Order; refused: boolean } {
  const texts = (held: HeldOrder): string =>
    countedOf(held)
      .map(({ order, line }) => JSON.stringify([verdictDate(order), order.supplierId, order.kind, line]))
      .toSorted()
      .join();
  const refused = model.frozen !== null && (before === null ? "" : texts(before)) !== texts(after);
  if (!refused && before === null) model.orders.push(after);
  else if (!refused && before !== null) Object.assign(before, after);
  return { kind: "save", order: after.order, refused };
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

/** One that stands with no other is kept; the product must refuse the rest. */
function giveStatus(model: CubeModel, operation: Operation & { kind: "status" }): Change {
  const { record, statuses } = at(model.suppliers, operation.supplier);
  const [from = 1, to = 1] = [operation.fromDay, operation.toDay].toSorted((a, b) => a - b);
  const input: SupplierStatusInput = {
    status: operation.status,
    reference: operation.proven ? "Arrêté" : null,
    validFrom: operation.always ? null : `2026-10-${twoDigits(from)}`,
    validTo: operation.endless ? null : `2026-11-${twoDigits(to)}`,
  };
  const refused = statuses.some(
    ({ input: other }) =>
      (other.status === input.status || (isForm(other.status) && isForm(input.status))) &&
      (other.validTo ?? "9999") >= (input.validFrom ?? "") &&
      (input.validTo ?? "9999") >= (other.validFrom ?? ""),
  );
  const status = { id: newId(), input };
  if (!refused) statuses.push(status);
  return { kind: "status", status: { ...status, supplierId: record.id }, refused };
}

function isForm(status: string): boolean {
  return status === "ASSOCIATION" || status === "SOCIETE";
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
