import * as z from "zod/mini";
import { listCommunesByCodes, searchCommunes } from "../../db/queries/communes.ts";
import { findTerritory, searchTerritories } from "../../db/queries/territories.ts";
import {
  communeCodeSchema,
  communeSearchSchema,
  territoryCodeSchema,
  territorySearchSchema,
} from "../../shared/territories.ts";
import { AppError } from "../app-error.ts";
import { router, signedInProcedure } from "../trpc.ts";

/** Public geography: the same for everyone signed in. */
export const territoriesRouter = router({
  searchCommunes: signedInProcedure
    .input(communeSearchSchema)
    .query(({ ctx, input }) => searchCommunes(ctx.action.reader, input)),

  communes: signedInProcedure
    .input(z.object({ codes: z.array(communeCodeSchema).check(z.maxLength(500)) }))
    .query(({ ctx, input }) => listCommunesByCodes(ctx.action.reader, input.codes)),

  search: signedInProcedure
    .input(territorySearchSchema)
    .query(({ ctx, input }) => searchTerritories(ctx.action.reader, input)),

  territory: signedInProcedure
    .input(z.object({ code: territoryCodeSchema }))
    .query(async ({ ctx, input }) => {
      const territory = await findTerritory(ctx.action.reader, input.code);
      if (!territory) throw new AppError("NOT_FOUND");
      return territory;
    }),
});
