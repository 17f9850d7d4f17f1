import { beforeEach, expect, test } from "vitest";
import { appendAudit, appendAudits, listAudit, verifyAuditChain } from "../../../db/queries/audit.ts";
import { findAuditHash, listLostHeads } from "../../../db/queries/audit-heads.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { NOW } from "../../support/seed.ts";

describeOnEngines("audit", (on) => {
  beforeEach(forgetAll);

  async function forgetAll(): Promise<void> {
    await on.db.deleteFrom("audit").execute();
    await on.db.deleteFrom("audit_heads").execute();
  }

  async function write(stream: string, count: number, userId: string | null = null): Promise<void> {
    const author = { engine: on.engine, now: NOW, userId };
    const changes = Array.from({ length: count }, (_, n) => ({
      stream,
      noun: "orders",
      nounId: `order-${n % 5}`,
      action: "updated",
      before: { n },
      after: { n: n + 1, nested: { b: 1, a: [null, "é"] } },
    }));
    await inTransaction(on.db, (trx) => appendAudits(trx, author, changes));
  }

  test("numbers the rows of each stream from 1 and links them by their hashes", async () => {
    await write("canteen-a", 3);
    await write("canteen-b", 2);
    const rows = await on.db.selectFrom("audit").selectAll().orderBy("stream").orderBy("seq").execute();
    expect(rows.map(({ stream, seq }) => `${stream} ${seq}`)).toEqual([
      "canteen-a 1",
      "canteen-a 2",
      "canteen-a 3",
      "canteen-b 1",
      "canteen-b 2",
    ]);
    expect(rows.map((row) => row.previous_hash)).toEqual([
      "",
      rows[0]?.hash,
      rows[1]?.hash,
      "",
      rows[3]?.hash,
    ]);
    expect(new Set(rows.map((row) => row.hash)).size).toBe(5);
  });

  test("finds nothing in an untouched record, and gives the head of each stream", async () => {
    await write("canteen-a", 2_100);
    await write("canteen-b", 1);
    const { rows, flaws, heads } = await verifyAuditChain(on.reader);
    expect([rows, flaws]).toEqual([2_101, []]);
    expect(heads.map(({ stream, seq }) => [stream, seq])).toEqual([
      ["canteen-a", 2_100],
      ["canteen-b", 1],
    ]);
  });

  test("finds each of 20 altered rows, whatever column was altered", async () => {
    await write("canteen-a", 400);
    const columns = [
      { at: "2020-01-01T00:00:00.000Z" },
      { user_id: "0190a000-0000-7000-8000-000000000001" },
      { noun: "products" },
      { noun_id: "another" },
      { action: "deleted" },
      { before: '{"n":0.5}' },
      { before: null },
      { after: '{"n":0.5}' },
      { previous_hash: "0".repeat(64) },
      { hash: "0".repeat(64) },
    ];
    const altered = Array.from({ length: 20 }, (_, n) => 20 + n * 20);
    for (const [n, seq] of altered.entries())
      await on.db
        .updateTable("audit")
        .set(columns[n % columns.length] ?? {})
        .where("stream", "=", "canteen-a")
        .where("seq", "=", seq)
        .execute();
    const { flaws } = await verifyAuditChain(on.reader);
    expect(flaws).toEqual(altered.map((seq) => ({ stream: "canteen-a", seq, flaw: "content" })));
  });

  test("finds a row replaced together with its hash, by the row that follows it", async () => {
    await write("canteen-a", 3);
    const honest = await on.db.selectFrom("audit").selectAll().orderBy("seq").execute();
    await forgetAll();
    await write("canteen-a", 1);
    await inTransaction(on.db, (trx) =>
      appendAudit(
        trx,
        { engine: on.engine, now: NOW, userId: null },
        {
          stream: "canteen-a",
          noun: "orders",
          nounId: "forged",
          action: "updated",
          before: null,
          after: null,
        },
      ),
    );
    await on.db.insertInto("audit").values(honest.slice(2)).execute();
    await on.db
      .updateTable("audit_heads")
      .set({ seq: 3, hash: honest[2]?.hash ?? "" })
      .execute();
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([
      { stream: "canteen-a", seq: 3, flaw: "link" },
    ]);
  });

  test("finds deleted rows, in the middle and at the start", async () => {
    await write("canteen-a", 6);
    await write("canteen-b", 3);
    await on.db.deleteFrom("audit").where("stream", "=", "canteen-a").where("seq", "in", [3, 4]).execute();
    await on.db.deleteFrom("audit").where("stream", "=", "canteen-b").where("seq", "=", 1).execute();
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([
      { stream: "canteen-a", seq: 5, flaw: "missing" },
      { stream: "canteen-b", seq: 2, flaw: "missing" },
    ]);
    expect((await verifyAuditChain(on.reader, "canteen-b")).flaws).toHaveLength(1);
  });

  test("finds what was cut off the end of a stream, and a whole stream, and never writes over it", async () => {
    await write("canteen-a", 6);
    await write("canteen-b", 2);
    await on.db.deleteFrom("audit").where("stream", "=", "canteen-a").where("seq", ">", 4).execute();
    await on.db.deleteFrom("audit").where("stream", "=", "canteen-b").execute();
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([
      { stream: "canteen-a", seq: 5, flaw: "cut" },
      { stream: "canteen-b", seq: 1, flaw: "cut" },
    ]);
    await write("canteen-a", 1);
    expect((await verifyAuditChain(on.reader, "canteen-a")).flaws).toEqual([
      { stream: "canteen-a", seq: 7, flaw: "missing" },
    ]);
  });

  test("finds a head that was moved, taken away or is of a row added behind the product's back", async () => {
    for (const stream of ["canteen-a", "canteen-b", "canteen-c"]) await write(stream, 3);
    const [first, second] = await on.db
      .selectFrom("audit")
      .selectAll()
      .orderBy("stream")
      .orderBy("seq")
      .execute();
    const head = (stream: string) => on.db.updateTable("audit_heads").where("stream", "=", stream);
    await head("canteen-a")
      .set({ hash: second?.hash ?? "" })
      .execute();
    await on.db.deleteFrom("audit_heads").where("stream", "=", "canteen-b").execute();
    await head("canteen-c")
      .set({ seq: 1, hash: first?.hash ?? "" })
      .execute();
    expect((await verifyAuditChain(on.reader)).flaws).toEqual(
      ["canteen-a", "canteen-b", "canteen-c"].map((stream) => ({ stream, seq: 3, flaw: "head" })),
    );
  });

  test("tells which heads kept elsewhere are gone, also when the head in the database was mended", async () => {
    await write("canteen-a", 5);
    await write("canteen-b", 2);
    const { heads } = await verifyAuditChain(on.reader);
    await write("canteen-a", 3);
    expect(await listLostHeads(on.reader, heads)).toEqual([]);
    expect(await findAuditHash(on.reader, heads[0]?.hash ?? "")).toEqual(heads[0]);

    await on.db.deleteFrom("audit").where("stream", "=", "canteen-a").where("seq", ">", 4).execute();
    const last = on.db.selectFrom("audit").select(["seq", "hash"]).where("stream", "=", "canteen-a");
    const { seq, hash } = await last.where("seq", "=", 4).executeTakeFirstOrThrow();
    await on.db.updateTable("audit_heads").set({ seq, hash }).where("stream", "=", "canteen-a").execute();
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([]);
    expect(await listLostHeads(on.reader, heads)).toEqual([heads[0]]);
    expect(await findAuditHash(on.reader, heads[0]?.hash ?? "")).toBeUndefined();
  });

  test("keeps one chain when 24 transactions write to it at once", async () => {
    await Promise.all(Array.from({ length: 24 }, () => write("canteen-a", 2)));
    const { rows, flaws } = await verifyAuditChain(on.reader);
    expect([rows, flaws]).toEqual([48, []]);
  });

  test("leaves nothing behind when the change itself is undone", async () => {
    const author = { engine: on.engine, now: NOW, userId: null };
    const failing = inTransaction(on.db, async (trx) => {
      await appendAudit(trx, author, {
        stream: "canteen-a",
        noun: "orders",
        nounId: "x",
        action: "created",
        before: null,
        after: {},
      });
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect((await verifyAuditChain(on.reader)).rows).toBe(0);
  });

  test("lists newest first, by pages of 50, filtered by noun and thing", async () => {
    await write("canteen-a", 60);
    const list = (filter: { page?: number; noun?: string; nounId?: string }) =>
      listAudit(on.reader, { streams: ["canteen-a"], nameable: null, filter: { page: 1, ...filter } });
    const first = await list({});
    expect([first.total, first.rows.length, first.rows[0]?.seq]).toEqual([60, 50, 60]);
    expect((await list({ page: 2 })).rows.map((row) => row.seq).at(-1)).toBe(1);
    expect((await list({ nounId: "order-3" })).total).toBe(12);
    expect((await list({ noun: "products" })).total).toBe(0);
    expect(first.rows[0]).toMatchObject({ before: { n: 59 }, after: { n: 60 }, action: "updated" });
  });

  test("names who acted, but not the people of others", async () => {
    const known = await seedPerson(on.db, { name: "Ana" });
    const other = await seedPerson(on.db, { name: "Bob" });
    await write("canteen-a", 1, known.id);
    await write("canteen-a", 1, other.id);
    await write("canteen-a", 1, null);
    const names = async (nameable: string[] | null) => {
      const { rows } = await listAudit(on.reader, { streams: ["canteen-a"], nameable, filter: { page: 1 } });
      return rows.map(({ userName, userId }) => [userName, userId]);
    };
    expect(await names(null)).toEqual([
      [null, null],
      ["Bob", other.id],
      ["Ana", known.id],
    ]);
    expect(await names([known.id])).toEqual([
      [null, null],
      [null, null],
      ["Ana", known.id],
    ]);
  });
});
