import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import { appRouter } from "../../server/router.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { aRecord, ofSeller } from "../support/invoice-records.ts";
import { seedDropped, seedInvoice } from "../support/invoices.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { purchaseCsv, siretNumber } from "../support/purchase-files.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../support/seed.ts";
import { serveForTests } from "../support/served.ts";
import { resultOf, Visitor } from "../support/web.ts";
import { ACCOUNT_WRITES } from "./repeated-account-writes.ts";
import { CLAUSE_WRITES, HOURS_TEXT } from "./repeated-clause-writes.ts";
import { COUNCIL_WRITES } from "./repeated-council-writes.ts";
import { MEASURE_WRITES } from "./repeated-measure-writes.ts";
import { ORGANISATION_WRITES } from "./repeated-organisation-writes.ts";
import { PAPER_WRITES } from "./repeated-paper-writes.ts";
import { WORKSHOP_WRITES } from "./repeated-workshop-writes.ts";
import type { RepeatedWorld, RepeatedWrite } from "./repeated-writes.ts";
import { CATALOGUE_WRITES } from "./repeated-writes.ts";

/** Writes that are no change of data, or are worth once by what they are: their own tests send them again. */
const APART = new Set([
  // Each is a session of its own; a repeated end meets none.
  "session.signIn",
  "session.signOut",
  "session.signOutEverywhere",
  // Once an installation.
  "session.createFirstAdministrator",
  // A code, a challenge or a link is worth once; new codes are new each time.
  ...["twoStep.confirm", "twoStep.remakeRecoveryCodes"],
  ...["passkeys.start", "passkeys.add", "passkeys.startSignIn", "passkeys.signIn"],
  ...["invitations.open", "invitations.accept"],
]);

describe.each(ENGINES)("on %s", (engine) => {
  const served = serveForTests(engine);
  let visitor: Visitor;
  let canteenId: string;
  let order: Order;
  let world: RepeatedWorld;

  beforeAll(async () => {
    const { db } = served.opened;
    const { organisationId } = await seedOrganisation(db);
    const siret = siretNumber(900);
    canteenId = (await seedCanteen(db, { organisationId, siret })).id;
    order = anOrder({ supplierId: (await seedSupplier(db)).id });
    const legumerieId = (await seedSupplier(db, { name: "Légumerie", kind: "LEGUMERIE" })).id;
    const { id: ownId, email } = await seedPerson(db, {
      grants: [
        { role: "manager", scopeKind: "canteen", scopeId: canteenId },
        { role: "administrator", scopeKind: "organisation", scopeId: organisationId },
        { role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId },
      ],
    });
    const drop = (name: string, bytes: Uint8Array) => seedDropped(db, { userId: ownId, name, bytes });
    const invoice = ofSeller();
    const invoiceId = await seedInvoice(actionContext(served.opened, ownId), { canteenId, invoice });
    visitor = new Visitor(served.web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    world = {
      organisationId,
      canteenId,
      otherCanteenId: (await seedCanteen(db, { organisationId })).id,
      supplierId: (await seedSupplier(db)).id,
      productId: (await seedProduct(db)).id,
      legumerieId,
      userId: (
        await seedPerson(db, { grants: [{ role: "kitchen", scopeKind: "canteen", scopeId: canteenId }] })
      ).id,
      files: {
        invoice: await drop(
          "facture.xml",
          await readFile(join(import.meta.dirname, "../fixtures/invoices/ubl-agreed-unit.xml")),
        ),
        prices: await drop(
          "tarif.csv",
          textBytes("Réf;Désignation;Unité;Prix net HT\r\nC1;Carottes;kg;2,00"),
        ),
        purchases: await drop("achats.csv", purchaseCsv(PURCHASES.map((row) => `${siret},${row}`))),
        hours: await drop("heures.csv", textBytes(HOURS_TEXT)),
        statement: await drop("releve.csv", textBytes("Date;Libellé;Montant HT\r\n01/10/2026;Poires;4,00")),
      },
      record: aRecord(invoiceId, invoice),
      ask: async (procedure, input) => resultOf(await visitor.query(procedure, input)),
    };
  });

  const textBytes = (text: string) => new TextEncoder().encode(text);

  /** One that is right, one that is refused. */
  const PURCHASES = [
    "Pommes,Verger répété,2025-03-01,10,FRUITS_ET_LEGUMES,BIO,,OUI,,,",
    "Kiwis,Ferme Haute,2025-03-02,douze,FRUITS_ET_LEGUMES,IGP,FRANCE,,OUI,,",
  ];

  /** In the order of a day: each starts from what the ones before it did. */
  const ORDER_WRITES: readonly RepeatedWrite[] = [
    {
      name: "a new order",
      procedure: "orders.save",
      input: () => ({ canteenId, order }),
      adds: 1,
    },
    {
      name: "an order edited",
      procedure: "orders.save",
      input: () => ({ canteenId, order: { ...order, version: 1, lines: [...order.lines, EXTRA] } }),
      adds: 1,
    },
    {
      name: "an order saved again as it is",
      procedure: "orders.save",
      input: () => ({ canteenId, order: { ...order, version: 2, lines: [...order.lines, EXTRA] } }),
      adds: 0,
    },
    {
      name: "an order deleted",
      procedure: "orders.delete",
      input: () => ({ canteenId, orderId: order.id }),
      adds: 1,
    },
    {
      name: "an order brought back",
      procedure: "orders.restore",
      input: () => ({ canteenId, orderId: order.id }),
      adds: 1,
    },
    {
      name: "a template of orders",
      procedure: "orderTemplates.save",
      input: () => ({
        canteenId,
        template: { id: TEMPLATE, supplierId: order.supplierId, name: "Lundi", lines: order.lines },
      }),
      adds: 1,
    },
    {
      name: "a template renamed",
      procedure: "orderTemplates.rename",
      input: () => ({ canteenId, templateId: TEMPLATE, name: "Mardi" }),
      adds: 1,
    },
    {
      name: "a template thrown away",
      procedure: "orderTemplates.delete",
      input: () => ({ canteenId, templateId: TEMPLATE }),
      adds: 1,
    },
    {
      name: "a template brought back",
      procedure: "orderTemplates.restore",
      input: () => ({ canteenId, templateId: TEMPLATE }),
      adds: 1,
    },
  ];
  const WRITES = [
    ...ORDER_WRITES,
    ...CATALOGUE_WRITES,
    ...ORGANISATION_WRITES,
    ...CLAUSE_WRITES,
    ...MEASURE_WRITES,
    ...COUNCIL_WRITES,
    ...WORKSHOP_WRITES,
    ...PAPER_WRITES,
    ...ACCOUNT_WRITES,
  ];
  const EXTRA = anOrderLine({ description: "Poireaux", quantityMilli: 3_000 });
  const TEMPLATE = newId();

  test("every mutation is sent three times, or is told why not", () => {
    const procedures = Object.entries<{ _def: { type: string } }>(Object(appRouter._def.procedures));
    const mutations = procedures.filter(([, { _def }]) => _def.type === "mutation").map(([path]) => path);
    const sent = new Set([...WRITES.map(({ procedure }) => procedure), ...APART]);
    expect(mutations.filter((path) => !sent.has(path))).toEqual([]);
    expect([...APART].filter((path) => !mutations.includes(path))).toEqual([]);
  });

  describe("a write sent three times, the first without waiting for its answer", () => {
    test.each(WRITES)("$name: one effect", async ({ procedure, input, adds, again = "the same" }) => {
      const before = await countAudit();
      const sent = await input(world);
      await vanish(procedure, sent);
      const second = await visitor.mutate(procedure, sent);
      const kept = await everything();
      const third = await visitor.mutate(procedure, sent);
      const status = typeof again === "number" ? again : 200;
      expect(third.status).toBe(status);
      // The first may still be under way, and come after the second.
      expect([200, status]).toContain(second.status);
      // Where writers do not queue as they come, it may also have been the second that did it.
      const settled = engine === "sqlite" ? second : await visitor.mutate(procedure, sent);
      if (again === "the same") expect(third.json).toEqual(settled.json);
      expect(await everything()).toEqual(kept);
      expect(await countAudit()).toBe(before + adds);
    });
  });

  /** Sends and is gone: whether the server has done it, nobody here knows. */
  function vanish(procedure: string, input: unknown): Promise<void> {
    const body = JSON.stringify(input);
    return new Promise((resolve) => {
      const asked = request({
        port: served.web.port,
        path: `/trpc/${procedure}`,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "sec-fetch-site": "same-origin",
          "x-bonnepart": "1",
          cookie: visitor.cookie ?? "",
        },
      });
      asked.on("error", () => undefined);
      asked.on("close", () => resolve());
      asked.end(body, () => setTimeout(() => asked.destroy(), 3));
    });
  }

  async function countAudit(): Promise<number> {
    return (await served.opened.db.selectFrom("audit").select("seq").execute()).length;
  }

  async function countUnfinished(): Promise<number> {
    const { db } = served.opened;
    const jobs = await db.selectFrom("jobs").select("id").where("finished_at", "is", null).execute();
    const imports = await db.selectFrom("import_runs").select("id").where("state", "=", "RUNNING").execute();
    return jobs.length + imports.length;
  }

  /** Every row of every table, but for the sessions, which note when they were seen. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const { db } = served.opened;
    // An import goes on behind the answer, as lines judged anew do: once that is over.
    await expect.poll(countUnfinished, { timeout: 20_000 }).toBe(0);
    const tables = await db.introspection.getTables();
    const rows: Record<string, unknown[]> = {};
    for (const { name } of tables.filter((table) => table.name !== "sessions"))
      rows[name] = await db
        .selectFrom(name as keyof Database)
        .selectAll()
        .execute();
    return rows;
  }
});
