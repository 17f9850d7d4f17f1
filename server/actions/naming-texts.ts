import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listFreeTexts, updateFreeText } from "../../db/queries/free-texts.ts";
import { findCredentialsById } from "../../db/queries/users.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { ERASED_NAME } from "../../shared/account.ts";
import type { FreeTextKey, NamingText } from "../../shared/free-texts.ts";
import { FREE_TEXT_PLACES, idOfFreeText, namesPerson, withoutName } from "../../shared/free-texts.ts";
import type { ActionContext } from "../action-context.ts";
import type { Person } from "./users.ts";
import { requireOwnPerson } from "./users.ts";

/** More are for another search: those with the whole name come first. */
const MOST_TEXTS = 200;

/** Texts of the organisation that name the person, or a part of their name; none once they are forgotten. */
export async function listNamingTexts(ctx: ActionContext, person: Person): Promise<NamingText[]> {
  return await readSnapshot(ctx.reader, async (trx) => {
    await requireOwnPerson(trx, person);
    const found = await findNamingTexts(trx, person);
    return [...found.filter(({ whole }) => whole), ...found.filter(({ whole }) => !whole)].slice(
      0,
      MOST_TEXTS,
    );
  });
}

/** Within the transaction that forgets the person, before it does: how many of the texts changed. */
export async function clearNamingTexts(
  trx: Kysely<Database>,
  person: Person,
  wanted: readonly FreeTextKey[],
): Promise<number> {
  if (wanted.length === 0) return 0;
  const name = await nameOf(trx, person);
  if (name === null) return 0;
  const keys = new Set(wanted.map(idOfFreeText));
  const texts = (await findNamingTexts(trx, person)).filter((text) => keys.has(idOfFreeText(text)));
  for (const { text, ...key } of texts) await updateFreeText(trx, { ...key, text: withoutName(text, name) });
  return texts.length;
}

async function findNamingTexts(db: Kysely<Database>, person: Person): Promise<NamingText[]> {
  const name = await nameOf(db, person);
  if (name === null) return [];
  const found: NamingText[] = [];
  for (const place of FREE_TEXT_PLACES)
    for (const text of await listFreeTexts(db, { place, organisationId: person.organisationId })) {
      const named = namesPerson(text.text, name);
      if (named !== "no") found.push({ ...text, whole: named === "whole" });
    }
  return found;
}

async function nameOf(db: Kysely<Database>, { userId }: Person): Promise<string | null> {
  const name = (await findCredentialsById(db, userId))?.user.name ?? null;
  return name === ERASED_NAME ? null : name;
}
