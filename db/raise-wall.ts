import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { WallSettings } from "./dialects/postgres-walled.ts";
import type { Reach, Wall, WallGap } from "./wall.ts";

/** The roles that walled transactions take; no one signs in with them, and they own nothing. */
export interface WallRoles {
  /** Sees the rows of the canteen that `bonnepart.canteen` names. */
  readonly one: string;
  /** Sees those of every canteen. */
  readonly many: string;
  /** The tables' own. */
  readonly schema: string;
}

/** Names of PostgreSQL are cut beyond 63 bytes. */
const OWNER_LENGTH = 40;
const INSUFFICIENT_PRIVILEGE = "42501";
const UNKNOWN_ROLE = "22023";

interface Look {
  owner: string | null;
  schema: string;
  distributed: number;
  /** Tables with `canteen_id` whose policies are not there, or that the roles may not read and write. */
  lacking: number;
}

/** The wall of one database: `db` signs in as who answers requests, `migrating` as who owns the tables. */
export function createWall({
  db,
  migrating,
}: {
  db: Kysely<unknown>;
  migrating: (change: (trx: Kysely<unknown>) => Promise<void>) => Promise<void>;
}): Wall & { roles(): WallRoles | null; look(): Promise<void> } {
  let state: WallRoles | WallGap = "no-schema";
  let names: readonly string[] = [];

  async function see(): Promise<void> {
    const { owner, schema, distributed, lacking } = await look(db);
    if (owner === null) {
      state = "no-schema";
      return;
    }
    const roles = rolesOf(owner, schema);
    names = [roles.one, roles.many];
    if (distributed === 1) state = "distributed";
    else state = lacking === 0 && (await mayTake(db, roles)) ? roles : "no-roles";
  }

  async function raise(): Promise<void> {
    await see();
    if (state !== "no-roles") return;
    const login = await loginOf(db);
    try {
      await migrating((trx) => build(trx, login));
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    await see();
  }
  return {
    gap: () => (typeof state === "string" ? state : null),
    roleNames: () => names,
    roles: () => (typeof state === "string" ? null : state),
    look: see,
    raise,
  };
}

/** What the transactions of a handle with that reach begin with. */
export function settingsOf({ one, many, schema }: WallRoles, reach: Reach): WallSettings {
  return {
    role: reach === "many" ? many : one,
    canteenId: typeof reach === "string" ? "" : reach.canteenId,
    schema: schema === "public" ? null : schema,
  };
}

/** The roles, their rights and the policies. Throws what the engine says when the caller may not make them. */
async function build(trx: Kysely<unknown>, login: string): Promise<void> {
  const { owner, schema } = await look(trx);
  if (owner === null) return;
  const { one, many } = rolesOf(owner, schema);
  for (const role of [one, many]) await makeRole(trx, role, login);
  const names = sql.join([sql.id(one), sql.id(many)]);
  await sql`grant usage on schema ${sql.id(schema)} to ${names}`.execute(trx);
  // An import brings its lines by a temporary table.
  await sql`grant temporary on database ${sql.id(await databaseName(trx))} to ${names}`.execute(trx);
  await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${names}`.execute(
    trx,
  );
  for (const { table, nullable } of await listCanteenTables(trx))
    await protect(trx, { table, nullable, one, many });
}

/** The role, and its being taken by the login: what an administrator has made beforehand is left as it is. */
async function makeRole(trx: Kysely<unknown>, role: string, login: string): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`.execute(trx);
  // Roles are the whole server's: another database may be making it.
  if (found.rows.length === 0)
    await sql
      .raw(
        `do $$ begin execute format('create role %I nologin noinherit', '${role.replaceAll("'", "''")}');
         exception when duplicate_object or unique_violation then null; end $$`,
      )
      .execute(trx);
  const { rows } = await sql<{ version: number }>`
    select cast(current_setting('server_version_num') as integer) as version`.execute(trx);
  // From 16 on who makes a role is a member that may not take it.
  const recent = (rows[0]?.version ?? 0) >= 160_000;
  const taking = await sql<{ may: number }>`
    select pg_has_role(${login}, ${role}, ${recent ? "set" : "member"}) as may`.execute(trx);
  const options = recent ? " with inherit false, set true" : "";
  if (taking.rows[0]?.may !== 1)
    await sql`grant ${sql.id(role)} to ${sql.id(login)}${sql.raw(options)}`.execute(trx);
}

/** The form of the comparison is the only one that Citus takes. */
const OWN_ROW = sql`canteen_id = current_setting('bonnepart.canteen', true)`;

async function protect(
  trx: Kysely<unknown>,
  { table, nullable, one, many }: { table: string; nullable: number; one: string; many: string },
): Promise<void> {
  const name = sql.id(table);
  for (const policy of ["one_canteen", "no_canteen", "many_canteens"])
    await sql`drop policy if exists ${sql.id(policy)} on ${name}`.execute(trx);
  await sql`create policy one_canteen on ${name} to ${sql.id(one)} using (${OWN_ROW})`.execute(trx);
  await sql`create policy many_canteens on ${name} to ${sql.id(many)} using (true)`.execute(trx);
  // What is a whole organisation's is read from each of its canteens' pages.
  if (nullable === 1)
    await sql`create policy no_canteen on ${name} for select to ${sql.id(one)} using (canteen_id is null)`.execute(
      trx,
    );
  await sql`alter table ${name} enable row level security`.execute(trx);
}

async function listCanteenTables(db: Kysely<unknown>): Promise<{ table: string; nullable: number }[]> {
  const { rows } = await sql<{ table: string; nullable: number }>`
    select t.relname::text as "table", cast(not a.attnotnull as integer) as nullable
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'canteen_id' and not a.attisdropped
    where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace order by 1`.execute(db);
  return rows;
}

async function look(db: Kysely<unknown>): Promise<Look> {
  const { rows } = await sql<Pick<Look, "owner" | "schema" | "distributed">>`
    select current_schema()::text as schema,
      (select pg_get_userbyid(relowner)::text from pg_class where oid = to_regclass('schema_migrations')) as owner,
      cast(exists (select 1 from pg_extension where extname = 'citus') as integer) as distributed`.execute(
    db,
  );
  const found = rows[0] ?? { owner: null, schema: "public", distributed: 0 };
  if (found.owner === null) return { ...found, lacking: 0 };
  const { one, many } = rolesOf(found.owner, found.schema);
  const tables = await sql<{ table: string; canteen: number; walled: number; open: number }>`
    select t.relname::text as "table",
      cast(exists (select 1 from pg_attribute a
        where a.attrelid = t.oid and a.attname = 'canteen_id' and not a.attisdropped) as integer) as canteen,
      cast(t.relrowsecurity and 2 = (select count(*) from pg_policy p join pg_roles r on r.oid = any (p.polroles)
        where p.polrelid = t.oid and p.polcmd = '*'
          and (p.polname, r.rolname) in (('one_canteen', ${one}), ('many_canteens', ${many}))) as integer) as walled,
      cast(2 = (select count(*) from pg_roles r where r.rolname in (${one}, ${many})
        and has_table_privilege(r.oid, t.oid, 'select')
        and has_table_privilege(r.oid, t.oid, 'insert')
        and has_table_privilege(r.oid, t.oid, 'update')
        and has_table_privilege(r.oid, t.oid, 'delete')) as integer) as open
    from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace`.execute(
    db,
  );
  const lacking = tables.rows.filter(
    ({ canteen, walled, open }) => open === 0 || (canteen === 1 && walled === 0),
  );
  return { ...found, lacking: lacking.length };
}

/** Whether the login may become each of them, and they may work: asked of the engine, whose rules differ between versions. */
async function mayTake(db: Kysely<unknown>, { one, many, schema }: WallRoles): Promise<boolean> {
  try {
    return await db.transaction().execute(async (trx) => {
      for (const role of [one, many]) {
        await sql`set local role ${sql.id(role)}`.execute(trx);
        const { rows } = await sql<{ works: number }>`
          select has_schema_privilege(${schema}, 'usage')
            and has_database_privilege(current_database(), 'temporary') as works`.execute(trx);
        if (rows[0]?.works !== 1) return false;
      }
      return true;
    });
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** The engine's word for a login that may not do what the wall needs. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === INSUFFICIENT_PRIVILEGE || error.code === UNKNOWN_ROLE;
}

/** By the owner of the tables: roles are shared by every database of the server, whose owners are not. */
function rolesOf(owner: string, schema: string): WallRoles {
  const own = owner.slice(0, OWNER_LENGTH);
  return { one: `${own}_one_canteen`, many: `${own}_many_canteens`, schema };
}

async function databaseName(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  return rows[0]?.name ?? "";
}

/** Who a handle signs in as. */
async function loginOf(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ login: string }>`select session_user::text as login`.execute(db);
  return rows[0]?.login ?? "";
}
