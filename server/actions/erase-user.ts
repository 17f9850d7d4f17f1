import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { deletePersonalRows, eraseUser, listPersonalRows } from "../../db/queries/personal-data.ts";
import { replaceRepeatedName } from "../../db/queries/repeated-names.ts";
import { findCredentialsById } from "../../db/queries/users.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { OwnData } from "../../shared/account.ts";
import { ERASED_NAME } from "../../shared/account.ts";
import type { FreeTextKey } from "../../shared/free-texts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { hashPassword, makePassword } from "../security/passwords.ts";
import { clearNamingTexts } from "./naming-texts.ts";
import type { Person } from "./users.ts";
import { refuseLastAdministrator, requireOwnPerson } from "./users.ts";

/** All that is held about a person; secrets (password, sessions' tokens, keys) are left out. */
export async function readOwnData({ reader, now }: ActionContext, userId: Id): Promise<OwnData> {
  return { at: now, tables: await listPersonalRows(reader, userId) };
}

/**
 * Forgets a person of the organisation: what was theirs alone goes, what they did stays under an id that names nobody.
 * No figure moves and the record of changes stays as it is, with the texts that it holds. The last administrator stays.
 * `texts`: where the name is cleared too.
 */
export async function erasePerson(
  ctx: ActionContext,
  person: Person,
  texts: readonly FreeTextKey[] = [],
): Promise<void> {
  const passwordHash = await hashPassword(makePassword());
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, person.organisationId);
    await requireOwnPerson(trx, person);
    await refuseLastAdministrator(trx, person);
    const clearedTexts = await clearNamingTexts(trx, person, texts);
    if (!(await forget(trx, { userId: person.userId, passwordHash, now: ctx.now }))) return;
    const { organisationId: stream, userId: nounId } = person;
    await appendAudit(trx, ctx, {
      stream,
      noun: "users",
      nounId,
      action: "erased",
      before: null,
      after: clearedTexts === 0 ? null : { clearedTexts },
    });
  });
}

/** Within a transaction. False: it was done already. `passwordHash`: of what nobody knows. */
export async function forget(
  trx: Transaction<Database>,
  { userId, passwordHash, now }: { userId: Id; passwordHash: string; now: string },
): Promise<boolean> {
  const kept = await findCredentialsById(trx, userId);
  await deletePersonalRows(trx, userId);
  if (kept !== undefined && kept.user.name !== ERASED_NAME)
    await replaceRepeatedName(trx, { from: kept.user.name, to: ERASED_NAME });
  return await eraseUser(trx, { id: userId, name: ERASED_NAME, passwordHash, now });
}
