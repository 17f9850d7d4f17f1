import * as z from "zod/mini";
import { findProduct, listProducts, searchProducts } from "../../db/queries/products.ts";
import { searchField } from "../../shared/fields.ts";
import { idSchema } from "../../shared/ids.ts";
import { productListSchema, productSaveSchema } from "../../shared/products.ts";
import { saveProduct } from "../actions/save-product.ts";
import { AppError } from "../app-error.ts";
import { memberProcedure, router } from "../trpc.ts";

const SUGGESTIONS = 20;

export const productsRouter = router({
  list: memberProcedure("catalogue.read")
    .input(productListSchema)
    .query(({ ctx, input }) => listProducts(ctx.action.reader, input)),
  search: memberProcedure("catalogue.read")
    .input(z.object({ search: z._default(searchField, "") }))
    .query(({ ctx, input }) =>
      searchProducts(ctx.action.reader, { search: input.search, limit: SUGGESTIONS }),
    ),
  get: memberProcedure("catalogue.read")
    .input(z.object({ id: idSchema }))
    .query(async ({ ctx, input }) => {
      const product = await findProduct(ctx.action.reader, input.id);
      if (product === undefined) throw new AppError("NOT_FOUND");
      return product;
    }),
  save: memberProcedure("catalogue.write")
    .input(productSaveSchema)
    .mutation(async ({ ctx, input }) =>
      saveProduct(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
});
