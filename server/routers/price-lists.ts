import * as z from "zod/mini";
import { listPriceLists, listPriceListsWithLines } from "../../db/queries/price-lists.ts";
import { addDays } from "../../shared/calendar.ts";
import { idSchema } from "../../shared/ids.ts";
import { priceListFileSchema, priceListSaveSchema } from "../../shared/price-lists.ts";
import {
  organisationOf,
  previewPriceList,
  readPriceAlerts,
  readPriceList,
  removePriceList,
  savePriceList,
} from "../actions/price-lists.ts";
import { inspectPriceFile } from "../actions/read-price-file.ts";
import { canteenProcedure, router } from "../trpc.ts";

const { fileId } = priceListFileSchema.shape;
const { supplierId, validFrom, file } = priceListSaveSchema.shape;
/** Dates that an order or an invoice of today may bear. */
const RECENT_DAYS = 366;

/** The canteen names the organisation that the lists are made to. */
export const priceListsRouter = router({
  list: canteenProcedure("prices.read").query(async ({ ctx }) => {
    const { reader } = ctx.action;
    const organisationId = await organisationOf(reader, ctx.canteenId);
    return await listPriceLists(reader, { organisationId, supplierId: null, from: null, to: null });
  }),

  get: canteenProcedure("prices.read")
    .input(z.object({ priceListId: idSchema }))
    .query(({ ctx, input }) =>
      readPriceList(ctx.action.reader, { canteenId: ctx.canteenId, id: input.priceListId }),
    ),

  ofSupplier: canteenProcedure("prices.read")
    .input(z.object({ supplierId }))
    .query(async ({ ctx, input }) => {
      const { reader, today } = ctx.action;
      const organisationId = await organisationOf(reader, ctx.canteenId);
      const from = addDays(today, -RECENT_DAYS);
      return await listPriceListsWithLines(reader, { organisationId, ...input, from, to: null });
    }),

  alerts: canteenProcedure("prices.read").query(({ ctx }) =>
    readPriceAlerts(ctx.action.reader, { canteenId: ctx.canteenId, today: ctx.action.today }),
  ),

  inspect: canteenProcedure("prices.write")
    .input(z.object({ fileId }))
    .query(async ({ ctx, input }) => {
      const organisationId = await organisationOf(ctx.action.reader, ctx.canteenId);
      return await inspectPriceFile(ctx.action, { ...input, canteenId: ctx.canteenId, organisationId });
    }),

  preview: canteenProcedure("prices.write")
    .input(z.object({ supplierId, validFrom, file }))
    .query(({ ctx, input }) => previewPriceList(ctx.action, { ...input, canteenId: ctx.canteenId })),

  save: canteenProcedure("prices.write")
    .input(priceListSaveSchema)
    .mutation(({ ctx, input }) => savePriceList(ctx.action, { ...input, canteenId: ctx.canteenId })),

  remove: canteenProcedure("prices.write")
    .input(z.object({ priceListId: idSchema }))
    .mutation(({ ctx, input }) =>
      removePriceList(ctx.action, { canteenId: ctx.canteenId, id: input.priceListId }),
    ),
});
