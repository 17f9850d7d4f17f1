import * as z from "zod/mini";
import { listCommunesByCodes, listCommunesOfTerritory, searchCommunes } from "../../db/queries/communes.ts";
import { findTerritory, listTerritoriesByCodes, searchTerritories } from "../../db/queries/territories.ts";
import { communesOfSchema } from "../../shared/pats.ts";
import {
  communeCodeSchema,
  communeSearchSchema,
  territoryCodeSchema,
  territorySearchSchema,
} from "../../shared/territories.ts";
import { AppError } from "../app-error.ts";
import { memberProcedure, router, signedInProcedure } from "../trpc.ts";

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

  /** What a PAT may be made of at once. */
  communesOf: signedInProcedure
    .input(communesOfSchema)
    .query(({ ctx, input }) => listCommunesOfTerritory(ctx.action.reader, input.code)),

  /** The territories the caller has a role on, by name. */
  own: memberProcedure("figures.read").query(({ ctx }) => {
    const granted = ctx.scopes.filter(({ scopeKind }) => scopeKind === "territory");
    return listTerritoriesByCodes(
      ctx.action.reader,
      granted.map(({ scopeId }) => scopeId),
    );
  }),

  territory: signedInProcedure
    .input(z.object({ code: territoryCodeSchema }))
    .query(async ({ ctx, input }) => {
      const territory = await findTerritory(ctx.action.reader, input.code);
      if (!territory) throw new AppError("NOT_FOUND");
      return territory;
    }),
});
