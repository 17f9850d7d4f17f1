import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { columnTypes } from "../../db/engine.ts";
import { executeMany, executeValues } from "../../db/execute-many.ts";
import { inTransaction } from "../../db/transaction.ts";
import { describeOnEngines } from "../support/engines.ts";

interface Row {
  n: number;
  name: string;
  note: string | null;
}

const COLUMNS = ["n", "name", "note"] as const;

describeOnEngines(
  "many rows by one statement",
  (on) => {
    const db = () => on.opened.db.withTables<{ many: Row }>();

    beforeAll(async () => {
      const { int, text, strict } = columnTypes(on.engine);
      await sql
        .raw(`create table many (n ${int} primary key, name ${text} not null, note ${text})${strict}`)
        .execute(db());
    });

    async function write(rows: readonly Row[]): Promise<Row[]> {
      await inTransaction(db(), async (trx) => {
        await trx.deleteFrom("many").execute();
        await executeMany(trx, {
          name: "insert many",
          rows,
          columns: COLUMNS,
          statement: (some) => trx.insertInto("many").values(some),
        });
      });
      return db().selectFrom("many").selectAll().orderBy("n").execute();
    }

    const rowsOf = (count: number): Row[] =>
      Array.from({ length: count }, (_, n) => ({ n, name: `l'œuf ${n}`, note: n % 3 === 0 ? `${n}` : null }));

    it.each([0, 1, 15, 16, 17, 127, 128, 300])("writes %i of them, each once", async (count) => {
      expect(await write(rowsOf(count))).toEqual(rowsOf(count));
    });

    it.each([0, 5_000, 9_347])("writes %i of them by thousands, each once", async (count) => {
      const statements: number[] = [];
      await inTransaction(db(), async (trx) => {
        await trx.deleteFrom("many").execute();
        await executeValues(trx, {
          name: `insert many, ${count} by thousands`,
          columns: COLUMNS,
          values: rowsOf(count).flatMap(({ n, name, note }) => [n, name, note]),
          bulk: true,
          statement: (size) => {
            statements.push(size);
            return trx
              .insertInto("many")
              .values(Array.from({ length: size }, () => ({ n: 0, name: "", note: "" })));
          },
        });
      });
      expect(await db().selectFrom("many").selectAll().orderBy("n").execute()).toEqual(rowsOf(count));
      expect(Math.max(0, ...statements)).toBe(count === 0 ? 0 : 4_096);
    });

    it("leaves a column null that no row fills", async () => {
      const rows = rowsOf(20).map((row) => ({ ...row, note: null }));
      expect(await write(rows)).toEqual(rows);
    });

    it("keeps integers integers", async () => {
      await write([{ n: 7, name: "seven", note: null }]);
      const { half } = await db()
        .selectFrom("many")
        .select(sql<number>`n / 2`.as("half"))
        .executeTakeFirstOrThrow();
      expect(half).toBe(3);
    });

    it.each([
      ["a text with U+0000", { n: 1, name: "a\0b", note: null }],
      ["a number that is none", { n: Number.NaN, name: "a", note: null }],
      ["an integer beyond 2^53", { n: 2 ** 53, name: "a", note: null }],
    ])("refuses %s", async (_name, row) => {
      await expect(write([row])).rejects.toThrow();
    });

    it("says which row breaks a rule, by writing none", async () => {
      await write([]);
      await expect(write([...rowsOf(20), { n: 3, name: "again", note: null }])).rejects.toThrow();
      expect(await db().selectFrom("many").selectAll().execute()).toEqual([]);
    });

    it("writes none of four outside a transaction either when the last one breaks a rule", async () => {
      await write([]);
      const rows = [...rowsOf(3), { n: 1, name: "again", note: null }];
      const unfit = executeMany(db(), {
        name: "insert many",
        rows,
        columns: COLUMNS,
        statement: (some) => db().insertInto("many").values(some),
      });
      await expect(unfit).rejects.toThrow();
      expect(await db().selectFrom("many").selectAll().execute()).toEqual([]);
    });

    it("takes no statement that has a parameter of its own", async () => {
      const unfit = executeMany(db(), {
        name: "update many",
        rows: rowsOf(1),
        columns: COLUMNS,
        statement: (some) =>
          db()
            .insertInto("many")
            .values(some)
            .onConflict((conflict) => conflict.column("n").doUpdateSet({ name: "x" })),
      });
      await expect(unfit).rejects.toThrow("beside its rows");
    });
  },
  { schema: "bare" },
);
