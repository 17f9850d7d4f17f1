import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

type Table = keyof Database & string;

interface PersonalTable {
  /** Columns that hold a person's id. */
  people: readonly string[];
  /** What the person is told of each row; never a secret, never what is another's. */
  told: readonly string[];
  /** Its rows go with the person; else they stay, under an id that no longer names anybody. */
  goes: boolean;
}

const KEY = ["canteen_id", "id", "created_at"] as const;

/** Every table that holds something about a person. A test reads the database's catalogue to find one left out. */
export const PERSONAL_TABLES: Readonly<Partial<Record<Table, PersonalTable>>> = {
  audit: { people: ["user_id"], told: ["stream", "seq", "at", "noun", "noun_id", "action"], goes: false },
  clause_hour_imports: { people: ["created_by"], told: ["id", "file_name", "created_at"], goes: false },
  council_reports: {
    people: ["closed_by", "reopened_by"],
    told: ["id", "semester", "closed_at", "reopened_at"],
    goes: false,
  },
  declarations: {
    people: ["declared_by", "reopened_by"],
    told: ["canteen_id", "id", "declared_at", "reopened_at"],
    goes: false,
  },
  file_uploads: { people: ["user_id"], told: ["file_id", "created_at"], goes: true },
  grants: {
    people: ["user_id"],
    told: ["id", "role", "scope_kind", "scope_id", "created_at"],
    goes: false,
  },
  import_mappings: {
    people: ["updated_by"],
    told: ["organisation_id", "fingerprint", "updated_at"],
    goes: false,
  },
  import_runs: { people: ["created_by"], told: [...KEY, "file_name"], goes: false },
  imports: { people: ["created_by"], told: ["id", "file_name", "created_at"], goes: false },
  invitations: { people: ["user_id"], told: ["created_at", "expires_at"], goes: true },
  invoices: { people: ["created_by"], told: KEY, goes: false },
  measure_entries: {
    people: ["written_by"],
    told: ["measure_id", "id", "kind", "note", "written_at"],
    goes: false,
  },
  measures: { people: ["owner_id"], told: ["id", "title"], goes: false },
  orders: { people: ["created_by"], told: KEY, goes: false },
  passkey_challenges: { people: ["user_id"], told: ["created_at"], goes: true },
  passkeys: { people: ["user_id"], told: ["id", "name", "created_at", "used_at"], goes: true },
  price_lists: { people: ["created_by"], told: ["id", "created_at"], goes: false },
  proof_requests: { people: ["created_by"], told: ["id", "created_at"], goes: false },
  quote_requests: { people: ["created_by"], told: ["id", "created_at"], goes: false },
  recovery_codes: { people: ["user_id"], told: ["user_id"], goes: true },
  saved_views: { people: ["user_id"], told: ["id", "page", "name", "search", "created_at"], goes: true },
  sessions: {
    people: ["user_id"],
    told: ["created_at", "seen_at", "expires_at", "browser", "system"],
    goes: true,
  },
  shares_links: { people: ["created_by", "revoked_by"], told: ["id", "created_at"], goes: false },
  two_steps: { people: ["user_id"], told: ["created_at", "confirmed_at"], goes: true },
};

export interface PersonalRows {
  table: string;
  rows: Record<string, unknown>[];
}

/** What each table holds about a person, in the order of their names; tables without any row are left out. */
export async function listPersonalRows(db: Kysely<Database>, userId: Id): Promise<PersonalRows[]> {
  const user = await db
    .selectFrom("users")
    .select(["id", "email", "name", "locale", "disabled", "created_at", "erasure_asked_at"])
    .where("id", "=", userId)
    .execute();
  const found: PersonalRows[] = [{ table: "users", rows: user }];
  for (const [table, { people, told }] of Object.entries(PERSONAL_TABLES)) {
    let query = db
      .selectFrom(table as Table)
      .select(told.map((column) => db.dynamic.ref<never>(column)))
      .where((eb) => eb.or(people.map((column) => eb(db.dynamic.ref<never>(column), "=", userId as never))));
    for (const column of told) query = query.orderBy(db.dynamic.ref<never>(column) as never);
    const rows = await query.execute();
    if (rows.length > 0) found.push({ table, rows });
  }
  return found;
}

/** Takes away the rows that go with a person. */
export async function deletePersonalRows(db: Kysely<Database>, userId: Id): Promise<void> {
  for (const [table, { people, goes }] of Object.entries(PERSONAL_TABLES))
    if (goes)
      for (const column of people)
        await db
          .deleteFrom(table as Table)
          .where(db.dynamic.ref<never>(column), "=", userId as never)
          .execute();
}

/** What is left of a person: an id, and names that say nothing. False: already so, or unknown. */
export async function eraseUser(
  db: Kysely<Database>,
  { id, name, passwordHash, now }: { id: Id; name: string; passwordHash: string; now: IsoInstant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("users")
    .set({
      name,
      email: `${id}@personne-supprimee.invalid`,
      password_hash: passwordHash,
      disabled: 1,
      disabled_at: now,
      erasure_asked_at: null,
      erased_at: now,
    })
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Since when a person asks to be forgotten; null: they do not. */
export async function findErasureAsked(db: Kysely<Database>, id: Id): Promise<IsoInstant | null> {
  const row = await db.selectFrom("users").select("erasure_asked_at").where("id", "=", id).executeTakeFirst();
  return row?.erasure_asked_at ?? null;
}

/** Keeps or takes back a person's wish to be forgotten. */
export async function updateErasureAsked(
  db: Kysely<Database>,
  { id, askedAt }: { id: Id; askedAt: IsoInstant | null },
): Promise<void> {
  await db.updateTable("users").set({ erasure_asked_at: askedAt }).where("id", "=", id).execute();
}

/** People who may not sign in since then or before, not erased yet; ids, sorted. */
export async function listGoneSince(db: Kysely<Database>, since: IsoInstant): Promise<Id[]> {
  const rows = await db
    .selectFrom("users")
    .select("id")
    .where("disabled_at", "<=", since)
    .where("erased_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** From now on is counted the absence of those of whom it was not noted. */
export async function noteGone(db: Kysely<Database>, now: IsoInstant): Promise<void> {
  await db
    .updateTable("users")
    .set({ disabled_at: now })
    .where("disabled", "=", 1)
    .where("disabled_at", "is", null)
    .execute();
}

/** Forgets links that ended at `ended` or before, and drafts of imports of `drafts` or before. How many drafts. */
export async function deleteOutdated(
  db: Kysely<Database>,
  { ended, drafts }: { ended: IsoInstant; drafts: IsoInstant },
): Promise<number> {
  await db.deleteFrom("invitations").where("expires_at", "<=", ended).execute();
  const { numDeletedRows } = await db
    .deleteFrom("import_drafts")
    .where("created_at", "<=", drafts)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
