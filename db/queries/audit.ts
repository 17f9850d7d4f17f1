import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type {
  AuditEntry,
  AuditFilter,
  AuditFlawAt,
  AuditHead,
  AuditVerification,
} from "../../shared/audit.ts";
import { AUDIT_PAGE_SIZE } from "../../shared/audit.ts";
import { addDays } from "../../shared/calendar.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Page } from "../../shared/fields.ts";
import { startOfFrenchDay } from "../../shared/french-time.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { Engine } from "../engine.ts";
import { executeMany } from "../execute-many.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { AuditTable } from "../tables/audit.ts";
import { lockCanteen } from "../transaction.ts";
import { findAuditHead, listAuditHeads, putAuditHead } from "./audit-heads.ts";

/** Who writes and when: an ActionContext is one. */
export interface AuditAuthor {
  engine: Engine;
  now: IsoInstant;
  /** Null: the command line or a job. */
  userId: Id | null;
}

/** One change. `before` and `after` never hold personal data: they can never be erased. */
export interface AuditChange {
  /** Canteen id, organisation id, or `organisation` for what all share. */
  stream: string;
  noun: string;
  nounId: string;
  /** created, updated, deleted, restored, ... */
  action: string;
  /** Null: did not exist. */
  before: unknown;
  /** Null: no longer exists. */
  after: unknown;
}

const VERIFY_BATCH = 1_000;

const COLUMNS = [
  "stream",
  "seq",
  "at",
  "user_id",
  "noun",
  "noun_id",
  "action",
  "before",
  "after",
  "previous_hash",
  "hash",
] as const satisfies readonly (keyof AuditTable)[];

/** Adds a change to its stream, inside the transaction that makes it. Writers of one stream follow each other. */
export async function appendAudit(
  trx: Transaction<Database>,
  author: AuditAuthor,
  change: AuditChange,
): Promise<void> {
  await appendAudits(trx, author, [change]);
}

/** Adds several changes in their order; one lock and one read per stream. */
export async function appendAudits(
  trx: Transaction<Database>,
  author: AuditAuthor,
  changes: readonly AuditChange[],
): Promise<void> {
  const streams = [...new Set(changes.map((change) => change.stream))].sort();
  for (const stream of streams) {
    await lockCanteen(trx, author.engine, stream);
    // The head, not the last row: what follows rows that were cut off must not hide it.
    let last = await findAuditHead(trx, stream);
    for (const change of changes) {
      if (change.stream !== stream) continue;
      const row = nextRow(author, change, last);
      await executeMany(trx, {
        name: "insert audit",
        rows: [row],
        columns: COLUMNS,
        statement: (rows) => trx.insertInto("audit").values(rows),
      });
      last = row;
    }
    if (last !== undefined) await putAuditHead(trx, last);
  }
}

/** One page of the changes of the streams, newest first; `userName` is null for a job or a person not in `nameable`. */
export async function listAudit(
  db: Kysely<Database>,
  {
    streams,
    nameable,
    filter,
  }: { streams: readonly string[]; nameable: readonly Id[] | null; filter: AuditFilter },
): Promise<Page<AuditEntry>> {
  let query = db
    .selectFrom("audit")
    .leftJoin("users", "users.id", "audit.user_id")
    .where("stream", "in", streams);
  if (filter.noun !== undefined) query = query.where("noun", "=", filter.noun);
  if (filter.nounId !== undefined) query = query.where("noun_id", "=", filter.nounId);
  if (filter.from !== undefined) query = query.where("at", ">=", startOfFrenchDay(filter.from));
  if (filter.to !== undefined) query = query.where("at", "<", startOfFrenchDay(addDays(filter.to, 1)));
  if (filter.userId !== undefined) {
    // Someone who may not be named may not be recognised by what they did either.
    const mayAsk = nameable === null || nameable.includes(filter.userId);
    query = mayAsk ? query.where("user_id", "=", filter.userId) : query.where((eb) => eb.lit(false));
  }
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll("audit")
    .select("users.name as user_name")
    .orderBy("at", "desc")
    .orderBy("stream")
    .orderBy("seq", "desc")
    .limit(AUDIT_PAGE_SIZE)
    .offset((filter.page - 1) * AUDIT_PAGE_SIZE)
    .execute();
  const named = nameable === null ? null : new Set(nameable);
  return {
    rows: rows.map((row) => toEntry(row, named)),
    total,
    page: filter.page,
    pageSize: AUDIT_PAGE_SIZE,
  };
}

/** Who changed something in the streams and is in `nameable` (null: anyone), by name. */
export async function listAuditPeople(
  db: Kysely<Database>,
  { streams, nameable }: { streams: readonly string[]; nameable: readonly Id[] | null },
): Promise<{ id: Id; name: string }[]> {
  const people = await db
    .selectFrom("users")
    .select(["id", "name"])
    .where("id", "in", db.selectFrom("audit").select("user_id").where("stream", "in", streams))
    .execute();
  const named = nameable === null ? people : people.filter(({ id }) => nameable.includes(id));
  return named.toSorted((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
}

/** Walks one stream, or all of them, and reports every row whose content, link or place is not what was written, and every end that was cut off. */
export async function verifyAuditChain(db: Kysely<Database>, stream?: string): Promise<AuditVerification> {
  const result: AuditVerification = { rows: 0, flaws: [], heads: [] };
  const heads = new Map((await listAuditHeads(db)).map((head) => [head.stream, head]));
  const streams = stream === undefined ? await listStreams(db, heads.keys()) : [stream];
  for (const name of streams) await verifyStream(db, { stream: name, head: heads.get(name) }, result);
  return result;
}

async function verifyStream(
  db: Kysely<Database>,
  { stream, head }: { stream: string; head: AuditHead | undefined },
  result: AuditVerification,
): Promise<void> {
  let previous: AuditTable | undefined;
  let sound = true;
  for (;;) {
    const rows = await db
      .selectFrom("audit")
      .selectAll()
      .where("stream", "=", stream)
      .where("seq", ">", previous?.seq ?? 0)
      .orderBy("seq")
      .limit(VERIFY_BATCH)
      .execute();
    for (const row of rows) {
      const flaw = findFlaw(row, previous, sound);
      if (flaw !== null) result.flaws.push(flaw);
      sound = flaw?.flaw !== "content";
      previous = row;
      result.rows += 1;
    }
    if (rows.length < VERIFY_BATCH) break;
  }
  if (previous !== undefined) result.heads.push({ stream, seq: previous.seq, hash: previous.hash });
  const end = findFlawOfEnd(previous, head);
  // The last row's own flaw, when it has one, is the reason.
  if (end !== null && (sound || end.flaw === "cut")) result.flaws.push(end);
}

function findFlawOfEnd(last: AuditTable | undefined, head: AuditHead | undefined): AuditFlawAt | null {
  const seq = last?.seq ?? 0;
  if (head !== undefined && head.seq > seq) return { stream: head.stream, seq: seq + 1, flaw: "cut" };
  if (last === undefined || (head?.seq === seq && head.hash === last.hash)) return null;
  return { stream: last.stream, seq, flaw: "head" };
}

function findFlaw(
  row: AuditTable,
  previous: AuditTable | undefined,
  soundBefore: boolean,
): AuditFlawAt | null {
  const at = { stream: row.stream, seq: row.seq };
  if (hashOf(row) !== row.hash) return { ...at, flaw: "content" };
  if (row.seq !== (previous?.seq ?? 0) + 1) return { ...at, flaw: "missing" };
  // A row whose content is already reported may have had its hash altered: the next one is not to blame.
  if (row.previous_hash !== (previous?.hash ?? "") && soundBefore) return { ...at, flaw: "link" };
  return null;
}

/** Those of the rows and those of the heads. */
async function listStreams(db: Kysely<Database>, headed: Iterable<string>): Promise<string[]> {
  const rows = await db.selectFrom("audit").select("stream").distinct().execute();
  return [...new Set([...rows.map((row) => row.stream), ...headed])].sort();
}

function nextRow(author: AuditAuthor, change: AuditChange, last: AuditHead | undefined): AuditTable {
  const row = {
    stream: change.stream,
    seq: (last?.seq ?? 0) + 1,
    at: author.now,
    user_id: author.userId,
    noun: change.noun,
    noun_id: change.nounId,
    action: change.action,
    before: change.before === null ? null : toJsonText(change.before),
    after: change.after === null ? null : toJsonText(change.after),
    previous_hash: last?.hash ?? "",
  };
  return { ...row, hash: hashOf(row) };
}

/** SHA-256 (hex) of the row's values in the order of its columns, as a JSON list: no two rows share a text. */
function hashOf(row: Omit<AuditTable, "hash">): string {
  const values = [
    row.stream,
    row.seq,
    row.at,
    row.user_id,
    row.noun,
    row.noun_id,
    row.action,
    row.before,
    row.after,
    row.previous_hash,
  ];
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

function toEntry(row: AuditTable & { user_name: string | null }, named: ReadonlySet<Id> | null): AuditEntry {
  const mayName = named === null || (row.user_id !== null && named.has(row.user_id));
  return {
    stream: row.stream,
    seq: row.seq,
    at: row.at,
    userId: mayName ? row.user_id : null,
    userName: mayName ? row.user_name : null,
    noun: row.noun,
    nounId: row.noun_id,
    action: row.action,
    before: row.before === null ? null : fromJsonText<unknown>(row.before),
    after: row.after === null ? null : fromJsonText<unknown>(row.after),
  };
}
