import { findImportDraft } from "../../db/queries/import-drafts.ts";
import { listSupplierNames } from "../../db/queries/suppliers.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportDraft, OpenedImportDraft } from "../../shared/import-drafts.ts";
import { supplierKey } from "../../shared/table-mapping/supplier-names.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";

/** The refused rows of a draft, and the supplier they name when the catalogue has it. NOT_FOUND when there is none. */
export async function readImportDraft(
  ctx: ActionContext,
  key: { canteenId: Id; id: Id },
): Promise<OpenedImportDraft> {
  const draft = await findImportDraft(ctx.reader, key);
  if (draft === undefined) throw new AppError("NOT_FOUND");
  return { ...draft, known: (await knownSupplier(ctx, draft)) ?? null };
}

async function knownSupplier(
  ctx: ActionContext,
  { supplier, rows }: ImportDraft,
): Promise<{ id: Id; name: string } | undefined> {
  const chosen = rows[0]?.supplierId ?? null;
  const wanted = supplierKey(supplier);
  if (chosen === null && wanted === "") return undefined;
  const names = await listSupplierNames(ctx.reader);
  const found = names.find(({ id, name }) =>
    chosen === null ? supplierKey(name) === wanted : id === chosen,
  );
  return found && { id: found.id, name: found.name };
}
