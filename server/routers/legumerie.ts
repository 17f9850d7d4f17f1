import * as z from "zod/mini";
import { pageField } from "../../shared/fields.ts";
import { idSchema } from "../../shared/ids.ts";
import { batchSchema, deliverySchema, lotSchema } from "../../shared/legumerie.ts";
import { deliver } from "../actions/legumerie-deliver.ts";
import { readLegumerieFigures } from "../actions/legumerie-figures.ts";
import {
  readBatchesPage,
  readDeliverableOutputs,
  readDeliveriesPage,
  readLotsInStock,
  readLotsPage,
  readOutputsPage,
  traceLot,
  traceOutput,
} from "../actions/legumerie-read.ts";
import { receiveLot } from "../actions/legumerie-receive-lot.ts";
import { saveBatch } from "../actions/legumerie-save-batch.ts";
import {
  readLegumeries,
  readServableCanteens,
  requireServableCanteen,
  visibleCanteens,
} from "../actions/legumerie-scopes.ts";
import { legumerieProcedure, memberProcedure, router, scopesHolding } from "../trpc.ts";

const page = z.object({ page: z._default(pageField, 1) });
const read = legumerieProcedure("legumerie.read");
const write = legumerieProcedure("legumerie.write");

export const legumerieRouter = router({
  mine: memberProcedure("legumerie.read").query(({ ctx }) =>
    readLegumeries(ctx.action.reader, {
      readable: ctx.scopes,
      writable: scopesHolding(ctx.grants, "legumerie.write"),
    }),
  ),
  figures: read
    .input(z.object({ year: z.int().check(z.minimum(2000), z.maximum(2100)) }))
    .query(({ ctx, input }) => readLegumerieFigures(ctx.action.reader, input)),
  lots: read.input(page).query(({ ctx, input }) => readLotsPage(ctx.action.reader, input)),
  batches: read.input(page).query(({ ctx, input }) => readBatchesPage(ctx.action.reader, input)),
  outputs: read.input(page).query(({ ctx, input }) => readOutputsPage(ctx.action.reader, input)),
  deliveries: read.input(page).query(async ({ ctx, input }) =>
    readDeliveriesPage(ctx.action.reader, {
      ...input,
      visible: await visibleCanteens(ctx.action.reader, ctx),
    }),
  ),
  traceLot: read
    .input(z.object({ lotId: idSchema }))
    .query(async ({ ctx, input }) =>
      traceLot(ctx.action.reader, { ...input, visible: await visibleCanteens(ctx.action.reader, ctx) }),
    ),
  traceOutput: read
    .input(z.object({ outputId: idSchema }))
    .query(({ ctx, input }) => traceOutput(ctx.action.reader, input)),
  lotsInStock: write.query(({ ctx }) => readLotsInStock(ctx.action.reader, ctx.legumerieId)),
  deliverable: write.query(({ ctx }) =>
    readDeliverableOutputs(ctx.action.reader, { legumerieId: ctx.legumerieId, today: ctx.action.today }),
  ),
  canteens: write.query(({ ctx }) => readServableCanteens(ctx.action.reader, ctx)),
  receiveLot: write
    .input(z.object({ lot: lotSchema }))
    .mutation(({ ctx, input }) => receiveLot(ctx.action, ctx.legumerieId, input.lot)),
  saveBatch: write
    .input(z.object({ batch: batchSchema }))
    .mutation(({ ctx, input }) => saveBatch(ctx.action, ctx.legumerieId, input.batch)),
  deliver: write.input(z.object({ delivery: deliverySchema })).mutation(async ({ ctx, input }) => {
    await requireServableCanteen(ctx.action.reader, { ...ctx, canteenId: input.delivery.canteenId });
    return deliver(ctx.action, ctx.legumerieId, input.delivery);
  }),
});
