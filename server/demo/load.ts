import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import type { AuditChange } from "../../db/queries/audit.ts";
import { appendAudit, appendAudits } from "../../db/queries/audit.ts";
import { listPlaces } from "../../db/queries/communes.ts";
import { insertHours } from "../../db/queries/legumerie-hours.ts";
import { insertLedger } from "../../db/queries/legumerie-ledger.ts";
import { upsertOrderTemplate } from "../../db/queries/order-templates.ts";
import { listOrganisations } from "../../db/queries/organisations.ts";
import { findSetting, putSetting } from "../../db/queries/settings.ts";
import { hasUsers } from "../../db/queries/users.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { ActionContext } from "../action-context.ts";
import { openOrderInsertion } from "../actions/insert-orders.ts";
import { loadSurroundings } from "../actions/surroundings.ts";
import { AppError } from "../app-error.ts";
import { hashPassword } from "../security/passwords.ts";
import { DEMO_PASSWORD } from "./accounts.ts";
import type { DemoCanteen } from "./canteens.ts";
import { DEMO_CANTEENS } from "./canteens.ts";
import { purchasesOf } from "./generate.ts";
import { insertDemoInvoices } from "./invoices.ts";
import type { Ledger } from "./legumerie.ts";
import { ledgerOf } from "./legumerie.ts";
import { insertWorld } from "./load-world.ts";
import { insertDemoMeasures } from "./measures.ts";
import { productId } from "./offers.ts";
import { orderRow } from "./order-rows.ts";
import { templatesOf } from "./order-templates.ts";
import { ordersOf } from "./orders.ts";
import { DEMO_PRODUCTS } from "./products.ts";
import type { Purchase } from "./purchases.ts";
import { DEMO_SUPPLIERS } from "./suppliers.ts";
import { DEMO_COMMUNES } from "./surroundings.ts";
import { workshopHours } from "./workshop-hours.ts";

/** `loading` until the last line is there: the next start goes on where this one stopped. */
const DEMO_STATE = "demo";
/** The day the story was told from, and how many canteens are done. */
const PROGRESS = "demo-progress";

interface Progress {
  today: IsoDate;
  canteens: number;
}

export interface LoadedDemonstration {
  /** False: it was there already. */
  loaded: boolean;
  today: IsoDate;
}

/**
 * Loads the demonstration, or what is missing of it, one transaction a canteen. The communes are there.
 * AppError CONFLICT { reason: "not-empty" } when the database holds anything else.
 */
export async function loadDemonstration(ctx: ActionContext): Promise<LoadedDemonstration> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, DEMO_STATE);
    if ((await findSetting(trx, DEMO_STATE)) !== undefined) return;
    if (!(await awaitsDemonstration(trx))) throw new AppError("CONFLICT", { reason: "not-empty" });
    await putSetting(trx, { key: DEMO_STATE, value: "loading" });
    await putProgress(trx, { today: ctx.today, canteens: 0 });
    await insertWorld(trx, ctx, passwordHash);
  });
  const { today } = await readProgress(ctx.db);
  if ((await findSetting(ctx.db, DEMO_STATE)) === "ready") return { loaded: false, today };
  await loadPurchases(ctx, today);
  return { loaded: true, today };
}

/** Whether a first start has something to load: the database is empty, or an earlier load was cut short. */
export async function awaitsDemonstration(db: ActionContext["db"]): Promise<boolean> {
  const state = await findSetting(db, DEMO_STATE);
  if (state !== undefined) return state === "loading";
  return !(await hasUsers(db)) && (await listOrganisations(db)).length === 0;
}

async function loadPurchases(ctx: ActionContext, today: IsoDate): Promise<void> {
  const places = await listPlaces(ctx.db, DEMO_COMMUNES);
  const all: Purchase[] = [];
  for (const [index, canteen] of DEMO_CANTEENS.entries()) {
    const purchases = purchasesOf(canteen, { today, places });
    for (const purchase of purchases) all.push(purchase);
    await inTransaction(ctx.db, async (trx) => {
      await lockCanteen(trx, ctx.engine, DEMO_STATE);
      if ((await readProgress(trx)).canteens !== index) return;
      await insertPurchases(trx, ctx, { canteen, purchases, today });
      await putProgress(trx, { today, canteens: index + 1 });
    });
    await yieldToOthers();
  }
  const ledger = ledgerOf(all, today);
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, DEMO_STATE);
    if ((await findSetting(trx, DEMO_STATE)) === "ready") return;
    await insertLedger(trx, ledger);
    await insertHours(trx, workshopHours(ledger, today));
    await appendAudits(trx, ctx, workshopChanges(ledger));
    await insertDemoInvoices(trx, ctx, today);
    await insertDemoMeasures(trx, today);
    await putSetting(trx, { key: DEMO_STATE, value: "ready" });
  });
}

/** One line in each légumerie's record. */
function workshopChanges({ lots, deliveries }: Ledger): AuditChange[] {
  const workshops = DEMO_SUPPLIERS.filter(({ supplier }) => supplier.kind === "LEGUMERIE");
  return workshops.map(({ supplier: { id } }) => ({
    stream: id,
    noun: "suppliers",
    nounId: id,
    action: "created",
    before: null,
    after: {
      demonstration: true,
      lots: lots.filter((lot) => lot.legumerie_id === id).length,
      deliveries: deliveries.filter((delivery) => delivery.legumerie_id === id).length,
    },
  }));
}

async function insertPurchases(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { canteen, purchases, today }: { canteen: DemoCanteen; purchases: readonly Purchase[]; today: IsoDate },
): Promise<void> {
  await lockCanteen(trx, ctx.engine, canteen.id);
  const surroundings = await loadSurroundings(trx, canteen.id, {
    supplierIds: DEMO_SUPPLIERS.map(({ supplier }) => supplier.id),
    productIds: DEMO_PRODUCTS.map(productId),
    communes: DEMO_COMMUNES,
  });
  const told = ordersOf(purchases, today);
  const orders = told.map((order) => ({
    row: orderRow(canteen, order),
    lines: order.lines,
  }));
  const insertion = openOrderInsertion(trx, canteen.id, surroundings);
  const lines = await insertion.add(orders);
  await insertion.finish();
  for (const template of templatesOf(canteen, told)) await upsertOrderTemplate(trx, canteen.id, template);
  await appendAudit(trx, ctx, {
    stream: canteen.id,
    noun: "canteens",
    nounId: canteen.id,
    action: "created",
    before: null,
    after: { demonstration: true, orders: orders.length, lines: lines.length },
  });
}

async function readProgress(db: ActionContext["db"]): Promise<Progress> {
  const text = await findSetting(db, PROGRESS);
  if (text === undefined) throw new Error("the demonstration says loading or ready, but not how far it is");
  const [today = "", canteens = ""] = text.split(" ");
  return { today, canteens: Number(canteens) };
}

async function putProgress(trx: Transaction<Database>, { today, canteens }: Progress): Promise<void> {
  await putSetting(trx, { key: PROGRESS, value: `${today} ${canteens}` });
}
