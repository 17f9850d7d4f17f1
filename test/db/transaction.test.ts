import type { Kysely } from "kysely";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { columnTypes } from "../../db/engine.ts";
import { inTransaction, lockCanteen, readSnapshot } from "../../db/transaction.ts";
import { describeOnEngines } from "../support/engines.ts";

type CounterDatabase = {
  counters: { name: string; value: number };
  entries: { id: string; task: number; step: number };
};

describeOnEngines(
  "transactions",
  (on) => {
    const db = (): Kysely<CounterDatabase> => on.db.withTables<CounterDatabase>();
    const reader = (): Kysely<CounterDatabase> => on.reader.withTables<CounterDatabase>();

    beforeAll(async () => {
      const { text, int, strict } = columnTypes(on.engine);
      await sql
        .raw(`create table counters (name ${text} primary key not null, value ${int} not null)${strict}`)
        .execute(on.db);
      await sql
        .raw(
          `create table entries (id ${text} primary key not null, task ${int} not null, step ${int} not null)${strict}`,
        )
        .execute(on.db);
    });

    async function readCounter(name: string): Promise<number | undefined> {
      const row = await db()
        .selectFrom("counters")
        .select("value")
        .where("name", "=", name)
        .executeTakeFirst();
      return row?.value;
    }

    async function addSlowly(name: string): Promise<void> {
      await inTransaction(db(), async (trx) => {
        await lockCanteen(trx, on.engine, name);
        const { value } = await trx
          .selectFrom("counters")
          .select("value")
          .where("name", "=", name)
          .executeTakeFirstOrThrow();
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
        await trx
          .updateTable("counters")
          .set({ value: value + 1 })
          .where("name", "=", name)
          .execute();
      });
    }

    it("loses no increment among 60 concurrent read-then-write transactions", async () => {
      await db().insertInto("counters").values({ name: "shared", value: 0 }).execute();
      await Promise.all(Array.from({ length: 60 }, () => addSlowly("shared")));
      expect(await readCounter("shared")).toBe(60);
    });

    it("keeps single writes out of the transactions of others, which roll back alone", async () => {
      const tasks = Array.from({ length: 120 }, (_, task) => {
        if (task % 3 === 0) return insertEntry(task);
        return insertThreeEntries(task, task % 3 === 1 ? null : new Error("given up"));
      });
      const outcomes = await Promise.allSettled(tasks);
      expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(40);
      const entries = await db()
        .selectFrom("entries")
        .select(["task", sql<number>`count(*)`.as("steps")])
        .groupBy("task")
        .orderBy("task")
        .execute();
      const expected = Array.from({ length: 120 }, (_, task) => ({ task, steps: task % 3 === 0 ? 1 : 3 }));
      expect(entries).toEqual(expected.filter(({ task }) => task % 3 !== 2));
    });

    async function insertEntry(task: number): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      await db()
        .insertInto("entries")
        .values({ id: `${task}-0`, task, step: 0 })
        .execute();
    }

    async function insertThreeEntries(task: number, failure: Error | null): Promise<void> {
      await inTransaction(db(), async (trx) => {
        for (const step of [0, 1, 2]) {
          await trx
            .insertInto("entries")
            .values({ id: `${task}-${step}`, task, step })
            .execute();
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
        }
        if (failure !== null) throw failure;
      });
    }

    it("shows a snapshot one state, and the next reader the last commit", async () => {
      await db().insertInto("counters").values({ name: "seen", value: 1 }).execute();
      const seen = await readSnapshot(reader(), async (trx) => {
        const query = trx.selectFrom("counters").select("value").where("name", "=", "seen");
        const before = await query.executeTakeFirstOrThrow();
        await db().updateTable("counters").set({ value: 2 }).where("name", "=", "seen").execute();
        const outside = await readCounter("seen");
        const after = await query.executeTakeFirstOrThrow();
        return [before.value, outside, after.value];
      });
      expect(seen).toEqual([1, 2, 1]);
      expect(await readCounter("seen")).toBe(2);
    });

    it("shows nobody what is not committed", async () => {
      await db().insertInto("counters").values({ name: "hidden", value: 1 }).execute();
      const written = createGate();
      const read = createGate();
      const writing = inTransaction(db(), async (trx) => {
        await trx.updateTable("counters").set({ value: 9 }).where("name", "=", "hidden").execute();
        written.open();
        await read.opened;
      });
      await written.opened;
      const meanwhile = await readCounter("hidden");
      read.open();
      await writing;
      expect([meanwhile, await readCounter("hidden")]).toEqual([1, 9]);
    });

    it("refuses a write in a snapshot and through the reader", async () => {
      const row = { name: "refused", value: 1 };
      await expect(reader().insertInto("counters").values(row).execute()).rejects.toThrow(
        /only reads|read-only/,
      );
      await expect(
        readSnapshot(db(), (trx) => trx.insertInto("counters").values(row).execute()),
      ).rejects.toThrow(/readonly|read-only/);
      expect(await readCounter("refused")).toBeUndefined();
    });

    it("refuses `db` in the body of a transaction instead of waiting for itself", async () => {
      const escaping = inTransaction(db(), () =>
        db().insertInto("counters").values({ name: "out", value: 1 }).execute(),
      );
      await expect(escaping).rejects.toMatchObject({ code: "nested-transaction" });
      await expect(inTransaction(db(), () => addSlowly("shared"))).rejects.toMatchObject({
        code: "nested-transaction",
      });
      expect(await readCounter("out")).toBeUndefined();
    });

    it("joins the transaction it is given", async () => {
      const failing = inTransaction(db(), async (trx) => {
        await inTransaction<CounterDatabase, unknown>(trx, (same) =>
          same.insertInto("counters").values({ name: "joined", value: 1 }).execute(),
        );
        expect(
          await readSnapshot<CounterDatabase, unknown>(trx, (same) =>
            same.selectFrom("counters").selectAll().where("name", "=", "joined").execute(),
          ),
        ).toHaveLength(1);
        throw new Error("all of it goes");
      });
      await expect(failing).rejects.toThrow("all of it goes");
      expect(await readCounter("joined")).toBeUndefined();
    });

    it("refuses rows streamed one by one", async () => {
      const rows = db().selectFrom("counters").selectAll().stream();
      await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow();
    });
  },
  { schema: "bare" },
);

function createGate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
