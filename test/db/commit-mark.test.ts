import { expect, test } from "vitest";
import { commitMark } from "../../db/commit-mark.ts";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { inTransaction, readSnapshot } from "../../db/transaction.ts";
import { describeOnEngines } from "../support/engines.ts";
import { seedOrganisation } from "../support/seed.ts";

describeOnEngines("the mark of the last commit", (on) => {
  test("is known of a reader of SQLite alone, outside transactions", async () => {
    expect(commitMark(on.reader) === null).toBe(on.engine === "postgres");
    expect(commitMark(on.db)).toBeNull();
    await readSnapshot(on.reader, async (trx) => expect(commitMark(trx)).toBeNull());
  });

  test("moves with a commit of this process or of another, never with a read nor with what was given up", async () => {
    if (on.engine === "postgres") return;
    const mark = () => commitMark(on.reader);
    const before = mark();
    await on.reader.selectFrom("suppliers").select("id").execute();
    const givenUp = inTransaction(on.db, async (trx) => {
      await seedOrganisation(trx);
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    expect(mark()).toBe(before);
    await seedOrganisation(on.db);
    const own = mark();
    expect(own).not.toBe(before);
    const other = await openDatabase<Database>({ url: on.url });
    await seedOrganisation(other.db);
    await other.close();
    expect(mark()).not.toBe(own);
  });
});
