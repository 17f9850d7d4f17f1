import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely, KyselyPlugin, RootOperationNode } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { findSetting } from "../../../db/queries/settings.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { reviewInvoice } from "../../../server/actions/review-invoice.ts";
import { AppError } from "../../../server/app-error.ts";
import { DEMO_ACCOUNTS } from "../../../server/demo/accounts.ts";
import { awaitsDemonstration, loadDemonstration } from "../../../server/demo/load.ts";
import { verifyPassword } from "../../../server/security/passwords.ts";
import type { IsoDate } from "../../../shared/facts.ts";
import { DEMONSTRATION_DAY } from "../../support/demonstration-day.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedOrganisation } from "../../support/seed.ts";
import { installDemonstrationIn } from "../../support/test-database.ts";
import { describePageTables } from "../tables/page-tables.ts";

const TODAY = DEMONSTRATION_DAY;
const digests = new Map<string, string>();

type On = Pick<ActionContext, "db" | "reader" | "engine">;

function contextOn(on: On, today: IsoDate = TODAY): ActionContext {
  return {
    db: on.db,
    reader: on.reader,
    engine: on.engine,
    now: `${today}T09:00:00.000Z`,
    today,
    userId: null,
  };
}

/** SHA-256 of what the canteens bought, and of the légumeries' ledger. */
async function digestOf(db: Kysely<Database>): Promise<string> {
  const hash = createHash("sha256");
  for (const table of ["orders", "order_lines", "legumerie_deliveries"] as const)
    hash.update(
      JSON.stringify(await db.selectFrom(table).selectAll().orderBy("canteen_id").orderBy("id").execute()),
    );
  for (const table of ["legumerie_lots", "legumerie_outputs", "legumerie_losses"] as const)
    hash.update(JSON.stringify(await db.selectFrom(table).selectAll().orderBy("id").execute()));
  return hash.digest("hex");
}

/** Fails as a power cut would, after n notes of how far the loading is: two of the organisation, then one a canteen. */
function cutAfter(notes: number): KyselyPlugin {
  let written = 0;
  return {
    transformQuery({ node }): RootOperationNode {
      const into = node.kind === "InsertQueryNode" ? node.into?.table.identifier.name : undefined;
      if (into === "settings") written += 1;
      if (written > notes && into === "settings") throw new Error("power cut");
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

describeOnEngines(
  "the demonstration in a database",
  (on) => {
    test("is awaited by an empty database", async () => {
      expect(await awaitsDemonstration(on.db)).toBe(true);
    });

    test("cut short, leaves whole canteens and says that it is not complete", async () => {
      const db = on.db.withPlugin(cutAfter(4));
      await expect(loadDemonstration({ ...contextOn(on), db })).rejects.toThrow("power cut");
      expect(await findSetting(on.db, "demo")).toBe("loading");
      expect(await awaitsDemonstration(on.db)).toBe(true);
      const filled = await on.db.selectFrom("orders").select("canteen_id").distinct().execute();
      expect(filled).toHaveLength(2);
    });

    test("goes on another day where it stopped, as told on the first day", async () => {
      expect(await loadDemonstration(contextOn(on, "2024-09-25"))).toEqual({ loaded: true, today: TODAY });
      expect(await findSetting(on.db, "demo")).toBe("ready");
      const filled = await on.db.selectFrom("orders").select("canteen_id").distinct().execute();
      expect(filled).toHaveLength(25);
      const { deliveries } = await on.db
        .selectFrom("legumerie_deliveries")
        .select((eb) => eb.fn.countAll<number>().as("deliveries"))
        .executeTakeFirstOrThrow();
      expect(deliveries).toBeGreaterThan(20);
    });

    test("is loaded once", async () => {
      expect(await loadDemonstration(contextOn(on))).toEqual({ loaded: false, today: TODAY });
      expect(await awaitsDemonstration(on.db)).toBe(false);
    });

    test("has a cube, verdicts and a record of changes that stand up to a check", async () => {
      const check = await checkCube(on.reader);
      expect(check.lines).toBeGreaterThan(20_000);
      expect(check.differences).toEqual([]);
      expect(check.staleVerdicts).toEqual([]);
      const audit = await verifyAuditChain(on.reader);
      expect(audit.rows).toBe(30);
      expect(audit.flaws).toEqual([]);
    });

    test("has two invoices to review: one for a delivery, one whose seller added up wrong", async () => {
      const invoices = await on.db.selectFrom("invoices").selectAll().orderBy("number").execute();
      expect(invoices.map((row) => [row.state, row.gap_cents])).toEqual([
        ["REVIEW", 0],
        ["REVIEW", -450],
      ]);
      const [first] = invoices;
      const key = { canteenId: first?.canteen_id ?? "", invoiceId: first?.id ?? "" };
      const review = await reviewInvoice(on.reader, { ...key, chosen: null });
      expect(review.supplier?.by).toBe("SIRET");
      expect(review.candidates[0]?.byReference).toBe(true);
    });

    test("has accounts that can sign in", async () => {
      const users = await on.db.selectFrom("users").selectAll().execute();
      expect(users.map((user) => user.email).sort()).toEqual(DEMO_ACCOUNTS.map(({ email }) => email).sort());
      expect(await verifyPassword(users[0]?.password_hash ?? null, DEMO_ACCOUNTS[0]?.password ?? "")).toBe(
        true,
      );
    });

    test("is the same on both engines", async () => {
      digests.set(on.engine, await digestOf(on.db));
      expect(new Set(digests.values()).size).toBe(1);
    });

    // Once: what each engine answers to the procedures has its own tests.
    if (on.engine === "sqlite") describePageTables(on, TODAY);
  },
  { schema: "installed" },
);

test("the demonstration loaded in one go is the one that was cut short", async () => {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-demo-"));
  await installDemonstrationIn(folder);
  const opened = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  try {
    expect(digests.size).toBe(2);
    expect([...digests.values()]).toContain(await digestOf(opened.db));
  } finally {
    await opened.close();
    await rm(folder, { recursive: true });
  }
});

describeOnEngines("a database that is not empty", (on) => {
  test("refuses the demonstration and keeps what it has", async () => {
    await seedOrganisation(on.db);
    const refused = await loadDemonstration(contextOn(on)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: "CONFLICT", details: { reason: "not-empty" } });
    expect(await on.db.selectFrom("organisations").selectAll().execute()).toHaveLength(1);
  });
});
