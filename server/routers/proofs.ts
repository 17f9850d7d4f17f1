import * as z from "zod/mini";
import { SCHEMES } from "../../shared/facts.ts";
import { idSchema } from "../../shared/ids.ts";
import { PROOF_PARTS } from "../../shared/proof-keys.ts";
import { proofRequestSchema } from "../../shared/proof-requests.ts";
import { askProofs, withdrawProofRequest } from "../actions/ask-proofs.ts";
import { readProofLines, readProofs } from "../actions/read-proofs.ts";
import { canteenProcedure, router, territoryProcedure } from "../trpc.ts";

/** Null: of every canteen of the scope. One out of it leaves nothing. */
const narrowed = z.object({ canteenId: z.nullish(idSchema) });

const figure = z.object({
  key: z.object({
    holderId: idSchema,
    scheme: z.enum(SCHEMES),
    certificateId: z.nullable(idSchema),
  }),
  part: z.enum(PROOF_PARTS),
});

/** What proofs are worth to canteens, and what is asked of suppliers. */
export const proofsRouter = router({
  list: territoryProcedure("orders.read")
    .input(narrowed)
    .query(({ ctx, input }) =>
      readProofs(ctx.action.reader, {
        canteenIds: ctx.canteenIds.filter((id) => !input.canteenId || id === input.canteenId),
        today: ctx.action.today,
      }),
    ),

  lines: territoryProcedure("orders.read")
    .input(narrowed)
    .input(figure)
    .query(({ ctx, input }) =>
      readProofLines(ctx.action.reader, {
        canteenIds: ctx.canteenIds.filter((id) => !input.canteenId || id === input.canteenId),
        today: ctx.action.today,
        key: input.key,
        part: input.part,
      }),
    ),

  ask: canteenProcedure("catalogue.write")
    .input(z.object({ request: proofRequestSchema }))
    .mutation(({ ctx, input }) => askProofs(ctx.action, ctx.canteenId, input.request)),

  withdraw: canteenProcedure("catalogue.write")
    .input(z.object({ requestId: idSchema }))
    .mutation(({ ctx, input }) => withdrawProofRequest(ctx.action, ctx.canteenId, input.requestId)),
});
