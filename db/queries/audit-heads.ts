import type { Kysely, Transaction } from "kysely";
import type { AuditHead } from "../../shared/audit.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import { executePrepared } from "../prepared.ts";

/** The head kept of a stream, or undefined before its first row. */
export async function findAuditHead(db: Kysely<Database>, stream: string): Promise<AuditHead | undefined> {
  const [head] = await executePrepared(db, {
    name: "audit head",
    asked: { stream },
    build: (asked) => db.selectFrom("audit_heads").selectAll().where("stream", "=", asked.stream),
  });
  return head;
}

/** Every head kept, by stream. */
export function listAuditHeads(db: Kysely<Database>): Promise<AuditHead[]> {
  return db.selectFrom("audit_heads").selectAll().orderBy("stream").execute();
}

/** Keeps the head in place of the former one, in the transaction that adds its row. */
export async function putAuditHead(
  trx: Transaction<Database>,
  { stream, seq, hash }: AuditHead,
): Promise<void> {
  await executeMany(trx, {
    name: "put audit_heads",
    rows: [{ stream, seq, hash }],
    columns: ["stream", "seq", "hash"],
    statement: (heads) =>
      trx
        .insertInto("audit_heads")
        .values(heads)
        .onConflict((conflict) =>
          conflict.column("stream").doUpdateSet((eb) => ({
            seq: eb.ref("excluded.seq"),
            hash: eb.ref("excluded.hash"),
          })),
        ),
  });
}

/** Those of the heads, kept elsewhere, that no row of the record is any more: it was cut before them, or written anew. */
export async function listLostHeads(db: Kysely<Database>, heads: readonly AuditHead[]): Promise<AuditHead[]> {
  const lost: AuditHead[] = [];
  for (const head of heads) {
    const row = db.selectFrom("audit").select("hash").where("stream", "=", head.stream);
    const found = await row.where("seq", "=", head.seq).executeTakeFirst();
    if (found?.hash !== head.hash) lost.push(head);
  }
  return lost;
}

/** The row of the record with this hash, or undefined: there is none, or there no longer is. Reads the whole record. */
export function findAuditHash(db: Kysely<Database>, hash: string): Promise<AuditHead | undefined> {
  return db
    .selectFrom("audit")
    .select(["stream", "seq", "hash"])
    .where("hash", "=", hash)
    .limit(1)
    .executeTakeFirst();
}
