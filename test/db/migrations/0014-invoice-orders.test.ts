import { sql } from "kysely";
import { expect, test } from "vitest";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { describeOnEngines } from "../../support/engines.ts";

const NOW = "2026-11-26T09:00:00.000Z";

describeOnEngines(
  "the orders of invoices recorded by an earlier version",
  (on) => {
    test("are held by them afterwards, with what they were before; what was only attached is not", async () => {
      const before = MIGRATIONS.filter(({ name }) => name < "0014");
      await migrate(on.opened, { migrations: before, now: NOW });
      const files = ["f1", "f2", "f3"].map((id) => ({ ...FILE, id }));
      await on.db.insertInto("files").values(files).execute();
      for (const statement of POPULATION) await sql.raw(statement).execute(on.db);
      await migrate(on.opened, { migrations: MIGRATIONS, now: NOW });
      const held = await on.db.selectFrom("invoice_orders").selectAll().orderBy("order_id").execute();
      expect(held).toEqual([
        {
          canteen_id: "c",
          order_id: "o1",
          invoice_id: "i1",
          order_version: 3,
          order_before: "{}",
          undone_at: null,
        },
        {
          canteen_id: "c",
          order_id: "o2",
          invoice_id: "i2",
          order_version: 1,
          order_before: null,
          undone_at: null,
        },
      ]);
    });
  },
  { schema: "bare" },
);

const FILE = {
  name: "facture.xml",
  media_type: "text/xml",
  size: 0,
  content: Buffer.alloc(0),
  created_at: NOW,
};

const POPULATION = [
  `insert into organisations values ('org', 'Département', null, 0, '${NOW}')`,
  `insert into communes (code, name, search, departement, region, postcodes)
    values ('62041', 'Arras', 'arras', '62', '32', '[]')`,
  `insert into canteens (id, organisation_id, name, search, siret, sector, regime, commune, departement, region,
    active, created_at)
    values ('c', 'org', 'Collège', 'college', '1', 'COLLEGE', 'PUBLIC', '62041', '62', '32', 1, '${NOW}')`,
  `insert into suppliers (id, name, search, kind, ess, esus, active, created_at)
    values ('s', 'Grossiste', 'grossiste', 'WHOLESALER', 0, 0, 1, '${NOW}')`,
  ...["o1", "o2", "o3"].map(
    (
      id,
    ) => `insert into orders (canteen_id, id, supplier_id, kind, status, ordered_on, version, created_at, updated_at)
      values ('c', '${id}', 's', 'ORDER', 'INVOICED', '2026-11-02', 3, '${NOW}', '${NOW}')`,
  ),
  ...[
    "'i1', 'f1', 'RECORDED', 'o1', 3, '{}'",
    "'i2', 'f2', 'RECORDED', 'o2', 1, null",
    "'i3', 'f3', 'ATTACHED', 'o3', null, null",
  ].map(
    (values) => `insert into invoices (id, file_id, state, order_id, order_version, order_before,
      canteen_id, file_name, media, search, gap_cents, created_at)
      values (${values}, 'c', 'facture.xml', 'invoice-xml', '', 0, '${NOW}')`,
  ),
];
