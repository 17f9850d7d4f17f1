import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import type { Engine } from "../../db/engine.ts";
import { appendAudits } from "../../db/queries/audit.ts";
import { saveFile } from "../../db/queries/files.ts";
import { insertImport } from "../../db/queries/imports.ts";
import { inTransaction } from "../../db/transaction.ts";
import { newId } from "../../shared/ids.ts";
import type { RightsWorld } from "./rights-world.ts";
import { actionContext, NOW } from "./seed.ts";

const CONTENT = "canteen;date;product";
/** SHA-256 of it. */
const FILE = "0542041f381d538a311e540f17790ba02af9da7ef9ad5cb3c2f5b1e37265c0cc";
/** As long as a verdict's id. */
const OTHER_VERDICT = "f".repeat(32);

export interface DamagedWorld extends RightsWorld {
  db: Kysely<Database>;
  engine: Engine;
}

/** One way in which an installation is not what it was, done behind the product's back. */
export interface Damage {
  name: string;
  harm(world: DamagedWorld): Promise<unknown>;
  mend(world: DamagedWorld): Promise<unknown>;
  /** What `check --json` then says; all else stays as in `SOUND`. */
  found(world: DamagedWorld): Record<string, unknown>;
}

/** What `check --json` says of a sound world. */
export const SOUND = {
  flaws: [],
  equal: true,
  orphans: [],
  differences: [],
  staleVerdicts: [],
  brokenDeclarations: [],
  files: { read: 1, altered: [], missing: [] },
  audit: { flaws: [] },
};

/** Adds to a world what it takes to damage it: a document that an import names, and three more changes on record. */
export async function prepareDamages(world: DamagedWorld): Promise<void> {
  const { db, own } = world;
  await keepDocument(world);
  await insertImport(db, {
    id: newId(),
    organisation_id: own.organisationId,
    file_sha256: FILE,
    file_name: "achats.csv",
    rows_read: 0,
    rows_created: 0,
    rows_refused: 0,
    rows_duplicate: 0,
    total_cents: 0,
    issues: "[]",
    created_by: own.userId,
    created_at: NOW,
    undone_at: null,
  });
  const change = { stream: own.canteenId, noun: "orders", nounId: own.orderId, before: null, after: null };
  const author = actionContext({ ...world, reader: db });
  await inTransaction(db, (trx) =>
    appendAudits(
      trx,
      author,
      ["seen", "seen again", "closed"].map((action) => ({ ...change, action })),
    ),
  );
}

export const DAMAGES: readonly Damage[] = [
  {
    name: "a cell a cent away",
    harm: (world) => addToCell(world, 1),
    mend: (world) => addToCell(world, -1),
    found: () => ({
      equal: false,
      differences: [{ kept: { amountCents: 2_001 }, computed: { amountCents: 2_000 } }],
    }),
  },
  {
    name: "a line whose verdict its facts do not give",
    async harm({ db, own }) {
      const line = db.selectFrom("order_lines").select("verdict_id").where("canteen_id", "=", own.canteenId);
      const verdict = db.selectFrom("verdicts").where("canteen_id", "=", own.canteenId);
      const row = await verdict.where("id", "in", line).selectAll().executeTakeFirstOrThrow();
      await db
        .insertInto("verdicts")
        .values({ ...row, id: OTHER_VERDICT })
        .execute();
      await setVerdict(db, own.canteenId, OTHER_VERDICT);
    },
    async mend({ db, own }) {
      const verdict = db.selectFrom("verdicts").select("id").where("canteen_id", "=", own.canteenId);
      const { id } = await verdict.where("id", "<>", OTHER_VERDICT).executeTakeFirstOrThrow();
      await setVerdict(db, own.canteenId, id);
      await db.deleteFrom("verdicts").where("id", "=", OTHER_VERDICT).execute();
    },
    found: ({ own }) => ({ equal: false, staleVerdicts: [{ canteenId: own.canteenId }] }),
  },
  {
    name: "a row without the one that it names",
    async harm(world) {
      const { db } = world;
      await setForeignKeys(world, "off");
      await db
        .insertInto("saved_views")
        .values({
          user_id: newId(),
          id: newId(),
          page: "p",
          name: "n",
          sort: "n",
          search: "{}",
          created_at: NOW,
        })
        .execute();
      await setForeignKeys(world, "on");
    },
    mend: ({ db }) => db.deleteFrom("saved_views").execute(),
    found: () => ({ orphans: [{ table: "saved_views", parent: "users", rows: 1 }] }),
  },
  {
    name: "a document with another content",
    harm: ({ db }) => setContent(db, "canteen;date;PRODUCT"),
    mend: ({ db }) => setContent(db, CONTENT),
    found: () => ({ files: { read: 1, altered: [FILE], missing: [] } }),
  },
  {
    name: "a document that an import names and that is gone",
    harm: ({ db }) => db.deleteFrom("files").execute(),
    mend: (world) => keepDocument(world),
    found: () => ({ files: { read: 0, altered: [], missing: [FILE] } }),
  },
  {
    name: "a change rewritten in the record",
    harm: (world) => setAction(world, { from: "seen", to: "erased" }),
    mend: (world) => setAction(world, { from: "erased", to: "seen" }),
    found: ({ own }) => ({ audit: { flaws: [{ stream: own.canteenId, seq: 2, flaw: "content" }] } }),
  },
  {
    name: "a change taken out of the record",
    harm: (world) => setStream(world, { from: world.own.canteenId, to: "nowhere" }),
    mend: (world) => setStream(world, { from: "nowhere", to: world.own.canteenId }),
    found: ({ own }) => ({
      audit: {
        flaws: [
          { stream: own.canteenId, seq: 4, flaw: "missing" },
          { stream: "nowhere", seq: 3, flaw: "content" },
        ],
      },
    }),
  },
  {
    name: "the last change cut off the record",
    harm: (world) => setStream(world, { from: world.own.canteenId, to: "nowhere", seq: 4 }),
    mend: (world) => setStream(world, { from: "nowhere", to: world.own.canteenId, seq: 4 }),
    found: ({ own }) => ({
      audit: {
        flaws: [
          { stream: own.canteenId, seq: 4, flaw: "cut" },
          { stream: "nowhere", seq: 4, flaw: "content" },
        ],
      },
    }),
  },
];

async function keepDocument({ db }: DamagedWorld): Promise<void> {
  await saveFile(db, {
    id: FILE,
    name: "achats.csv",
    media_type: "text/csv",
    size: CONTENT.length,
    content: Buffer.from(CONTENT),
    created_at: NOW,
  });
}

async function addToCell({ db, own }: DamagedWorld, cents: number): Promise<unknown> {
  const cell = db.updateTable("cells").where("canteen_id", "=", own.canteenId);
  return await cell.set((eb) => ({ amount_cents: eb("amount_cents", "+", cents) })).execute();
}

async function setVerdict(db: Kysely<Database>, canteenId: string, id: string): Promise<unknown> {
  return await db
    .updateTable("order_lines")
    .set({ verdict_id: id })
    .where("canteen_id", "=", canteenId)
    .execute();
}

async function setContent(db: Kysely<Database>, text: string): Promise<unknown> {
  return await db
    .updateTable("files")
    .set({ content: Buffer.from(text) })
    .execute();
}

async function setAction({ db, own }: DamagedWorld, { from, to }: Record<"from" | "to", string>) {
  const row = db.updateTable("audit").where("stream", "=", own.canteenId).where("action", "=", from);
  return await row.set({ action: to }).execute();
}

async function setStream(
  { db }: DamagedWorld,
  { from, to, seq = 3 }: Record<"from" | "to", string> & { seq?: number },
): Promise<unknown> {
  const row = db.updateTable("audit").where("stream", "=", from).where("seq", "=", seq);
  return await row.set({ stream: to }).execute();
}

/** As an administrator of the engine can, and a damaged one does. */
async function setForeignKeys({ db, engine }: DamagedWorld, state: "on" | "off"): Promise<unknown> {
  if (engine === "sqlite") return await sql`pragma foreign_keys = ${sql.lit(state)}`.execute(db);
  const change = state === "on" ? sql`enable` : sql`disable`;
  return await sql`alter table saved_views ${change} trigger all`.execute(db);
}
