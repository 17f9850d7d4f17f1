import type { Kysely } from "kysely";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { constraintOf } from "../../../db/constraint.ts";
import { columnTypes } from "../../../db/engine.ts";
import { describeOnEngines } from "../../support/engines.ts";

type ValuesDatabase = {
  samples: { id: string; amount: unknown; flag: unknown; label: unknown; bytes: unknown };
};

const SAMPLES: ValuesDatabase["samples"][] = [
  { id: "a", amount: 0, flag: true, label: "Éclair", bytes: Buffer.from([0, 255]) },
  { id: "b", amount: -1, flag: false, label: "eau", bytes: new Uint8Array([7]) },
  { id: "c", amount: 3_000_000_000, flag: null, label: "été", bytes: null },
  { id: "d", amount: Number.MAX_SAFE_INTEGER, flag: 1, label: "Zèbre", bytes: Buffer.alloc(0) },
  { id: "e", amount: -9_007_199_254_740_991n, flag: 0, label: "a'b\"c\\🥕", bytes: null },
  { id: "f", amount: null, flag: null, label: null, bytes: null },
];

const READ_BACK = [
  { id: "a", amount: 0, flag: 1, label: "Éclair", bytes: Buffer.from([0, 255]) },
  { id: "b", amount: -1, flag: 0, label: "eau", bytes: Buffer.from([7]) },
  { id: "c", amount: 3_000_000_000, flag: null, label: "été", bytes: null },
  { id: "d", amount: 9_007_199_254_740_991, flag: 1, label: "Zèbre", bytes: Buffer.alloc(0) },
  { id: "e", amount: -9_007_199_254_740_991, flag: 0, label: "a'b\"c\\🥕", bytes: null },
  { id: "f", amount: null, flag: null, label: null, bytes: null },
];

describeOnEngines(
  "values",
  (on) => {
    const db = (): Kysely<ValuesDatabase> => on.db.withTables<ValuesDatabase>();

    beforeAll(async () => {
      const { text, int, blob, strict } = columnTypes(on.engine);
      const columns = `id ${text} primary key not null, amount ${int}, flag ${int} check (flag in (0, 1)), label ${text}, bytes ${blob}`;
      await sql.raw(`create table samples (${columns})${strict}`).execute(on.db);
      await db().insertInto("samples").values(SAMPLES).execute();
    });

    it("reads back the same rows on both engines", async () => {
      expect(await db().selectFrom("samples").selectAll().orderBy("id").execute()).toEqual(READ_BACK);
    });

    it("sorts texts by bytes, whatever the locale of the server", async () => {
      const rows = await db()
        .selectFrom("samples")
        .select("label")
        .where("label", "is not", null)
        .orderBy("label")
        .execute();
      expect(rows.map(({ label }) => label)).toEqual(["Zèbre", "a'b\"c\\🥕", "eau", "Éclair", "été"]);
    });

    it("counts, sums and compares as numbers", async () => {
      const { rows } = await sql`
        select count(*) as count, sum(amount) as sum, max(amount) as max, 7 / 2 as half,
          (select amount = 0 from samples where id = 'a') as same, coalesce(sum(flag), 0) as flags
        from samples where id <> 'e' and id <> 'd'`.execute(on.db);
      expect(rows).toEqual([
        { count: 4, sum: 2_999_999_999, max: 3_000_000_000, half: 3, same: 1, flags: 1 },
      ]);
    });

    it("divides a bound integer as an integer", async () => {
      const { rows } =
        await sql`select amount / ${2} as half from samples where amount > ${0} and amount < ${4e9}`.execute(
          on.db,
        );
      expect(rows).toEqual([{ half: 1_500_000_000 }]);
      const { rows: bound } = await sql`select cast(${7} as bigint) / ${2} as half`.execute(on.db);
      expect(bound).toEqual([{ half: 3 }]);
    });

    it.each([
      ["an integer", sql`select 9007199254740992 as big`],
      ["a negative integer", sql`select -9007199254740993 as big`],
      ["a sum", sql`select sum(amount) + 1 as big from samples where id = 'd'`],
    ])("refuses to read %s beyond 2^53", async (_what, query) => {
      await expect(query.execute(on.db)).rejects.toMatchObject({ code: "unsafe-integer" });
    });

    it.each([
      ["a bigint beyond 2^53", 2n ** 53n],
      ["a number beyond 2^53", 2 ** 53],
      ["NaN", Number.NaN],
      ["Infinity", Number.POSITIVE_INFINITY],
      ["a Date", new Date(0)],
      ["an object", { a: 1 }],
      ["an array", ["a"]],
      ["U+0000", "a\0b"],
    ])("refuses to write %s", async (_what, value) => {
      const insert = db()
        .insertInto("samples")
        .values({ id: "x", amount: 1, flag: 1, label: value, bytes: null });
      await expect(async () => insert.execute()).rejects.toMatchObject({ code: "bad-parameter" });
    });

    it("refuses a fraction and a text where the column holds integers", async () => {
      const insert = (amount: unknown): Promise<unknown> =>
        db().insertInto("samples").values({ id: "x", amount, flag: 1, label: "x", bytes: null }).execute();
      await expect(insert(1.5)).rejects.toThrow();
      await expect(insert("12abc")).rejects.toThrow();
    });

    it("names the rule that a row breaks", async () => {
      const insert = (row: object): Promise<unknown> =>
        db()
          .insertInto("samples")
          .values({ id: "x", amount: 1, flag: 1, label: "x", bytes: null, ...row })
          .execute()
          .catch(constraintOf);
      expect(await insert({ id: "a" })).toBe("unique");
      expect(await insert({ flag: 2 })).toBe("check");
      expect(await insert({ id: null })).toBe("not-null");
      expect(constraintOf(new Error("other"))).toBeNull();
    });

    it("counts the rows a statement changed", async () => {
      const changed = await db()
        .updateTable("samples")
        .set({ label: "same" })
        .where("id", "in", ["a", "b"])
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(2n);
    });

    it("names an unknown column", async () => {
      await expect(sql`select "laabel" from samples`.execute(on.db)).rejects.toThrow(/laabel/);
    });
  },
  { schema: "bare" },
);
