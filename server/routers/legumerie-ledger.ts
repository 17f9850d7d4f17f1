import * as z from "zod/mini";
import { listCorrections } from "../../db/queries/legumerie-corrections.ts";
import { listDisposals } from "../../db/queries/legumerie-disposals.ts";
import { readStockOn } from "../../db/queries/legumerie-stock.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { dateField } from "../../shared/fields.ts";
import { idSchema } from "../../shared/ids.ts";
import { correctionSchema } from "../../shared/legumerie/corrections.ts";
import { disposalSchema } from "../../shared/legumerie/disposals.ts";
import { correctLedger } from "../actions/legumerie-correct.ts";
import { dispose } from "../actions/legumerie-dispose.ts";
import { drawDrillLot, endDrill, readDrills, readRecall } from "../actions/legumerie-recall.ts";
import { visibleCanteens } from "../actions/legumerie-scopes.ts";
import { legumerieProcedure, router } from "../trpc.ts";

const SHOWN_CORRECTIONS = 30;
/** About a year of them. */
const SHOWN_DISPOSALS = 300;

const read = legumerieProcedure("legumerie.read");
const write = legumerieProcedure("legumerie.write");

const startSchema = z.union([
  z.object({ lotId: idSchema }),
  z.object({ supplierLot: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)) }),
]);

export const legumerieLedgerRouter = router({
  stockOn: read
    .input(z.object({ day: dateField }))
    .query(({ ctx, input }) => readSnapshot(ctx.action.reader, (db) => readStockOn(db, input))),
  corrections: read.query(({ ctx }) =>
    listCorrections(ctx.action.reader, { legumerieId: ctx.legumerieId, limit: SHOWN_CORRECTIONS }),
  ),
  disposals: read.query(({ ctx }) =>
    listDisposals(ctx.action.reader, { legumerieId: ctx.legumerieId, limit: SHOWN_DISPOSALS }),
  ),
  recall: read.input(z.object({ start: startSchema })).query(async ({ ctx, input }) =>
    readRecall(ctx.action.reader, {
      ...input,
      visible: await visibleCanteens(ctx.action.reader, ctx),
    }),
  ),
  drills: read.query(({ ctx }) => readDrills(ctx.action.reader, ctx.legumerieId)),
  correct: write
    .input(z.object({ correction: correctionSchema }))
    .mutation(({ ctx, input }) => correctLedger(ctx.action, ctx.legumerieId, input.correction)),
  dispose: write
    .input(z.object({ disposal: disposalSchema }))
    .mutation(({ ctx, input }) => dispose(ctx.action, ctx.legumerieId, input.disposal)),
  drawDrill: write
    .input(z.object({ drillId: idSchema }))
    .query(({ ctx, input }) => drawDrillLot(ctx.action.reader, input)),
  endDrill: write
    .input(z.object({ drill: z.object({ id: idSchema, lotId: idSchema, startedAt: z.iso.datetime() }) }))
    .mutation(({ ctx, input }) => endDrill(ctx.action, ctx.legumerieId, input.drill)),
});
