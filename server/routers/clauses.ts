import * as z from "zod/mini";
import { followedFilterSchema } from "../../shared/clauses/followed.ts";
import { hoursFileSchema, hoursSaveSchema } from "../../shared/clauses/hours.ts";
import { contractSaveSchema } from "../../shared/contracts.ts";
import { idSchema } from "../../shared/ids.ts";
import {
  importHours,
  previewHours,
  readHourImports,
  undoHourImport,
} from "../actions/import-clause-hours.ts";
import { readClauses, readContract, readContracts } from "../actions/read-contracts.ts";
import { saveClauseHours } from "../actions/save-clause-hours.ts";
import { removeContract, saveContract } from "../actions/save-contract.ts";
import { organisationProcedure, router, scopesHolding } from "../trpc.ts";

const read = organisationProcedure("clauses.read").use(({ next, ctx }) => {
  const { organisationId, action } = ctx;
  const mayWrite = scopesHolding(ctx.grants, "clauses.write").some(
    ({ scopeId }) => scopeId === organisationId,
  );
  return next({ ctx: { reading: { organisationId, today: action.today, mayWrite } } });
});
const write = organisationProcedure("clauses.write");
const ofContract = z.object({ contractId: idSchema });
const filtered = z.object({ filter: z._default(followedFilterSchema, {}) });

/** Contracts of an organisation, their social clauses and the hours done. */
export const clausesRouter = router({
  contracts: read
    .input(filtered)
    .query(({ ctx, input }) => readContracts(ctx.action.reader, { ...ctx.reading, ...input })),

  list: read
    .input(filtered)
    .query(({ ctx, input }) => readClauses(ctx.action.reader, { ...ctx.reading, ...input })),

  contract: read
    .input(ofContract)
    .query(({ ctx, input }) => readContract(ctx.action.reader, { ...ctx.reading, id: input.contractId })),

  save: write
    .input(contractSaveSchema)
    .mutation(({ ctx, input: { id, input } }) =>
      saveContract(ctx.action, { organisationId: ctx.organisationId, id }, input),
    ),

  remove: write
    .input(ofContract)
    .mutation(({ ctx, input }) =>
      removeContract(ctx.action, { organisationId: ctx.organisationId, id: input.contractId }),
    ),

  saveHours: write
    .input(hoursSaveSchema)
    .mutation(({ ctx, input }) =>
      saveClauseHours(ctx.action, { ...input, organisationId: ctx.organisationId }),
    ),

  previewHours: write
    .input(hoursFileSchema)
    .query(({ ctx, input }) =>
      previewHours(ctx.action, { organisationId: ctx.organisationId, fileId: input.fileId }),
    ),

  importHours: write
    .input(z.extend(hoursFileSchema, { id: idSchema }))
    .mutation(({ ctx, input: { id, fileId } }) =>
      importHours(ctx.action, { organisationId: ctx.organisationId, id, fileId }),
    ),

  hourImports: write.query(({ ctx }) => readHourImports(ctx.action.reader, ctx.organisationId)),

  undoHourImport: write
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }) =>
      undoHourImport(ctx.action, { organisationId: ctx.organisationId, id: input.id }),
    ),
});
