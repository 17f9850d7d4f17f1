import type { Kysely } from "kysely";
import type { CopySide } from "../../db/copy-database.ts";
import { copyDatabase } from "../../db/copy-database.ts";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { TableShape } from "../../db/table-shapes.ts";
import { findFilledTable, listTableShapes } from "../../db/table-shapes.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import { BackupError } from "./backup-error.ts";
import type { Facts } from "./facts.ts";
import { compareFacts, listDamage, readFacts } from "./facts.ts";
import { notProven, requireSchema } from "./open-aside.ts";

export interface MoveAsked {
  /** Of the database to write to: at no schema yet, or at ours without a row. */
  url: string;
  now: IsoInstant;
  hear?(copied: { table: string; rows: number }): void;
  /** Runs once all is proven, before it is kept; undone when it is not kept after all. */
  settle?: { does(): Promise<void>; undoes(): Promise<void> };
}

/**
 * Copies a whole database into an empty one and proves it, in one transaction: at any failure, kill included, the
 * other is still empty. Returns what both now hold. Throws BackupError.
 */
export async function moveDatabase(
  source: OpenedDatabase<Database>,
  { url, now, hear = () => undefined, settle }: MoveAsked,
): Promise<Facts> {
  await requireSchema(source);
  const target = await openDatabase<Database>({ url });
  const { engine } = target;
  try {
    await migrate(target, { migrations: MIGRATIONS, now });
    return await readSnapshot(source.reader, (from) =>
      target.migrating(async (trx) => {
        const to = trx as Kysely<Database>;
        await requireEmpty({ db: to, engine }, await listTableShapes(from, source.engine));
        await copyDatabase({ db: from, engine: source.engine }, { db: to, engine }, hear);
        const damage = await listDamage({ db: to, engine });
        const facts = await readFacts({ db: from, engine: source.engine });
        const differences = compareFacts(facts, await readFacts({ db: to, engine }));
        if (damage.length + differences.length > 0) throw notProven([...damage, ...differences]);
        await settle?.does();
        return facts;
      }),
    );
  } catch (error) {
    await settle?.undoes();
    throw error;
  } finally {
    await target.close();
  }
}

/** Refuses a row, and a table of another program. */
async function requireEmpty({ db, engine }: CopySide, ours: readonly TableShape[]): Promise<void> {
  const names = new Set(ours.map(({ name }) => name));
  const foreign = (await listTableShapes(db, engine)).find(({ name }) => !names.has(name));
  const found = foreign?.name ?? (await findFilledTable(db, engine));
  if (found !== null) throw new BackupError("not-empty", found);
}
