import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assertSqliteVersion } from "../../../db/dialects/sqlite-connection.ts";
import { openSqliteStore } from "../../../db/dialects/sqlite-store.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { inTransaction, readSnapshot } from "../../../db/transaction.ts";

interface NotesDatabase {
  notes: { id: number; body: string };
}

describe("SQLite", () => {
  let folder: string;
  let path: string;
  const toClose: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "bonnepart-sqlite-"));
    path = join(folder, "new folder", "notes.sqlite");
  });
  afterEach(async () => {
    for (const close of toClose.splice(0)) await close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(): Promise<OpenedDatabase<NotesDatabase>> {
    const opened = await openDatabase<NotesDatabase>({ url: path });
    toClose.push(opened.close);
    await sql`create table if not exists notes (id integer primary key not null, body text not null) strict`.execute(
      opened.db,
    );
    return opened;
  }

  it.each([
    ["3.51.3", true],
    ["3.54.1", true],
    ["4.0.0", true],
    ["3.51.2", false],
    ["3.9.9", false],
    ["3.40.1", false],
  ])("takes SQLite %s: %s", (version, taken) => {
    if (taken) expect(() => assertSqliteVersion(version)).not.toThrow();
    else expect(() => assertSqliteVersion(version)).toThrow(/3\.51\.3 or later/);
  });

  it("holds every pragma on every connection, also when the file is opened again", async () => {
    await (await open()).close();
    toClose.pop();
    const store = await openSqliteStore({ path });
    toClose.push(store.close);
    const names = [
      "journal_mode",
      "synchronous",
      "foreign_keys",
      "busy_timeout",
      "trusted_schema",
      "query_only",
    ];
    const pragmas = store.connections.map(({ raw }) =>
      names.map((name) => raw.pragma(name, { simple: true })),
    );
    const [writer, ...readers] = pragmas;
    expect(writer).toEqual(["wal", 2, 1, 0, 0, 0]);
    expect(readers).toEqual(Array(3).fill(["wal", 2, 1, 10_000, 0, 1]));
  });

  it("says which pragma it cannot have", async () => {
    const memory = openDatabase({ url: ":memory:" });
    await expect(memory).rejects.toMatchObject({
      code: "pragma-refused",
      message: expect.stringContaining("journal_mode"),
    });
  });

  it("says which file it cannot open", async () => {
    await expect(openDatabase({ url: folder })).rejects.toMatchObject({
      code: "cannot-open",
      message: expect.stringContaining(folder),
    });
  });

  it("takes a misspelt column in double quotes for an error, not for a text", async () => {
    const { db } = await open();
    await db.insertInto("notes").values({ id: 1, body: "kept" }).execute();
    await expect(sql`delete from notes where "boddy" = 'boddy'`.execute(db)).rejects.toThrow(
      /no such column/,
    );
    await expect(sql`select sum("idd") from notes`.execute(db)).rejects.toThrow(/no such column/);
    expect(await db.selectFrom("notes").selectAll().execute()).toHaveLength(1);
  });

  it("refuses BEGIN written as SQL and frees the writer", async () => {
    const { db } = await open();
    await expect(sql`begin immediate`.execute(db)).rejects.toMatchObject({ code: "nested-transaction" });
    await db.insertInto("notes").values({ id: 1, body: "after" }).execute();
  });

  it("does not go on after a transaction that SQLite or SQL has ended", async () => {
    const { db } = await open();
    const lost = inTransaction(db, async (trx) => {
      await sql`rollback`.execute(trx);
      await trx.insertInto("notes").values({ id: 1, body: "alone" }).execute();
    });
    await expect(lost).rejects.toMatchObject({ code: "transaction-lost" });
    expect(await db.selectFrom("notes").selectAll().execute()).toEqual([]);
  });

  it("waits for the writer of another process without stopping the event loop", async () => {
    const first = await open();
    const second = await open();
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    const held = Promise.withResolvers<void>();
    const holding = inTransaction(first.db, async (trx) => {
      await trx.insertInto("notes").values({ id: 1, body: "first" }).execute();
      held.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await held.promise;
    await inTransaction(second.db, (trx) =>
      trx.insertInto("notes").values({ id: 2, body: "second" }).execute(),
    );
    clearInterval(ticking);
    await holding;
    expect(ticks).toBeGreaterThan(10);
    expect(await first.db.selectFrom("notes").select("id").orderBy("id").execute()).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });

  it("lets timers run while one task writes row after row", async () => {
    const { db } = await open();
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    const start = performance.now();
    await inTransaction(db, async (trx) => {
      for (let id = 0; performance.now() - start < 400; id++) {
        await trx.insertInto("notes").values({ id, body: "row" }).execute();
      }
    });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
  });

  it("gives single reads their answer while every snapshot is taken", async () => {
    const { reader } = await open();
    const answer = await readSnapshot(reader, () =>
      readSnapshot(reader, () => reader.selectFrom("notes").selectAll().execute()),
    );
    expect(answer).toEqual([]);
  });

  it("finishes what is under way before it closes, and takes nothing after", async () => {
    const { db, close } = await open();
    toClose.pop();
    const writing = inTransaction(db, async (trx) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await trx.insertInto("notes").values({ id: 1, body: "in time" }).execute();
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([close(), writing]);
    await expect(db.insertInto("notes").values({ id: 2, body: "late" }).execute()).rejects.toThrow();
    const again = await open();
    expect(await again.db.selectFrom("notes").select("body").execute()).toEqual([{ body: "in time" }]);
  });

  it("reads a column added since the same query last ran", async () => {
    const { db } = await open();
    await db.insertInto("notes").values({ id: 1, body: "x" }).execute();
    const query = db.selectFrom("notes").selectAll();
    await query.execute();
    await sql`alter table notes add column more text`.execute(db);
    expect(await query.execute()).toEqual([{ id: 1, body: "x", more: null }]);
  });
});
