import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertGrant } from "../../db/queries/grants.ts";
import { insertSession } from "../../db/queries/sessions.ts";
import { insertUser } from "../../db/queries/users.ts";
import { hashPassword } from "../../server/security/passwords.ts";
import { writeToken } from "../../server/security/session-cookie.ts";
import { instantAfter, newToken, SESSION_MOST_MS } from "../../server/security/session-token.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { SessionUser } from "../../shared/session.ts";
import { NOW } from "./seed.ts";

export const PASSWORD = "carottes-et-navets";

/** A live session of the person: the cookie that carries it. */
export async function seedSession(
  db: Kysely<Database>,
  { userId, now }: { userId: Id; now: IsoInstant },
): Promise<string> {
  const { token, tokenHash } = newToken();
  await insertSession(db, {
    token_hash: tokenHash,
    user_id: userId,
    created_at: now,
    seen_at: now,
    expires_at: instantAfter(now, SESSION_MOST_MS),
    wrote_lsn: null,
  });
  return writeToken(token, false).split(";")[0] ?? "";
}

let hash: Promise<string> | undefined;

/** An account whose password is PASSWORD, with its grants. */
export async function seedPerson(
  db: Kysely<Database>,
  person: Partial<SessionUser> & { grants?: readonly Grant[] } = {},
): Promise<SessionUser> {
  const { grants = [], ...given } = person;
  const id = newId();
  const user: SessionUser = { id, name: "Camille Essai", email: `${id}@example.fr`, locale: "fr", ...given };
  hash ??= hashPassword(PASSWORD);
  await insertUser(db, { ...user, password_hash: await hash, disabled: 0, created_at: NOW });
  for (const { role, scopeKind, scopeId } of grants)
    await insertGrant(db, {
      id: newId(),
      user_id: user.id,
      role,
      scope_kind: scopeKind,
      scope_id: scopeId,
      created_at: NOW,
    });
  return user;
}
