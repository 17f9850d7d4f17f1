import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { saveFile } from "../../db/queries/files.ts";
import { insertInvoice } from "../../db/queries/invoices.ts";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { listOrders } from "../../db/queries/orders.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { lineOfRow } from "../actions/line-rows.ts";
import { auditedInvoice, invoiceRow } from "../actions/open-invoice.ts";
import { readInvoice } from "../readers/invoice.ts";
import { DEMO_CANTEENS, RESTAURANT } from "./canteens.ts";
import { demoId } from "./ids.ts";
import { required } from "./table.ts";
import { ublInvoice } from "./ubl-invoice.ts";

/** How each invoice strays from the delivery it is for. */
const STORIES: readonly { raise: boolean; slipCents: number }[] = [
  { raise: true, slipCents: 0 },
  { raise: false, slipCents: 450 },
];
const RAISE_PERCENT = 8n;
const SEARCHED = 30;

/**
 * Two invoices that wait to be reviewed at the Département's restaurant, for its last deliveries: one whose first price
 * was raised, one whose total the seller added up wrong. Fewer when nothing was delivered lately.
 */
export async function insertDemoInvoices(
  trx: Transaction<Database>,
  ctx: ActionContext,
  today: IsoDate,
): Promise<void> {
  const canteen = required(
    DEMO_CANTEENS.find(({ key }) => key === RESTAURANT),
    RESTAURANT,
  );
  const page = { offset: 0, limit: SEARCHED };
  const all = { supplierId: null, from: null, to: null, search: null, status: "RECEIVED" } as const;
  const { orders } = await listOrders(trx, { ...all, canteenId: canteen.id }, page);
  const several = orders.filter(({ lines, kind }) => lines > 1 && kind === "ORDER");
  for (const [index, story] of STORIES.entries()) {
    const order = several[index];
    if (order === undefined) return;
    const supplier = await findSupplier(trx, order.supplierId);
    if (supplier === undefined || supplier.siret === null) continue;
    const rows = await listOrderLines(trx, { canteenId: canteen.id, orderId: order.id });
    const lines = rows.map(lineOfRow).map((line, at) => (story.raise && at === 0 ? raised(line) : line));
    const xml = ublInvoice({
      number: `FA-${today.slice(0, 4)}-${String(410 + index)}`,
      date: order.deliveredOn ?? order.orderedOn,
      orderReference: order.reference,
      seller: { name: supplier.name, siret: supplier.siret },
      buyer: canteen.name,
      lines,
      slipCents: story.slipCents,
    });
    await insertDocument(trx, ctx, {
      canteenId: canteen.id,
      invoiceId: demoId(order.orderedOn, `invoice ${index}`),
      supplierId: supplier.id,
      bytes: new TextEncoder().encode(xml),
      name: `facture-${index + 1}.xml`,
    });
  }
}

async function insertDocument(
  trx: Transaction<Database>,
  ctx: ActionContext,
  document: { canteenId: string; invoiceId: string; supplierId: string; bytes: Uint8Array; name: string },
): Promise<void> {
  const { canteenId, invoiceId, supplierId, bytes, name } = document;
  const file = {
    id: createHash("sha256").update(bytes).digest("hex"),
    name,
    media_type: "application/octet-stream",
    size: bytes.length,
    content: Buffer.from(bytes),
    created_at: ctx.now,
  };
  const read = { invoice: await readInvoice(bytes), refusal: null };
  const row = invoiceRow(ctx, { canteenId, invoiceId, file, media: "invoice-xml", read, supplierId });
  await saveFile(trx, file);
  await insertInvoice(trx, row);
  await appendAudit(trx, ctx, {
    stream: canteenId,
    noun: "invoices",
    nounId: invoiceId,
    action: "received",
    before: null,
    after: auditedInvoice(row),
  });
}

function raised(line: OrderLine): OrderLine {
  const price = BigInt(line.unitPriceHtE4 ?? 0);
  return { ...line, unitPriceHtE4: Number(price + (price * RAISE_PERCENT) / 100n) };
}
