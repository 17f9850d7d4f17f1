import * as z from "zod/mini";
import { certificateSaveSchema, certificatesSaveSchema } from "../../shared/certificates.ts";
import { idSchema } from "../../shared/ids.ts";
import { removeCertificate, saveCertificate, saveCertificates } from "../actions/save-certificate.ts";
import { memberProcedure, router } from "../trpc.ts";

/** Proofs are read with their supplier. */
export const certificatesRouter = router({
  save: memberProcedure("catalogue.write")
    .input(certificateSaveSchema)
    .mutation(async ({ ctx, input }) =>
      saveCertificate(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
  saveAll: memberProcedure("catalogue.write")
    .input(certificatesSaveSchema)
    .mutation(async ({ ctx, input }) =>
      saveCertificates(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
  remove: memberProcedure("catalogue.write")
    .input(z.object({ id: idSchema }))
    .mutation(async ({ ctx, input }) =>
      removeCertificate(ctx.action, { ...input, tellOf: await ctx.visibleCanteenIds("figures.read") }),
    ),
});
