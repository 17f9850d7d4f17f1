import { sql } from "kysely";
import { expect, test } from "vitest";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { listSupplierStatuses } from "../../../db/queries/supplier-statuses.ts";
import { socialMarksOn } from "../../../shared/social-marks.ts";
import { describeOnEngines } from "../../support/engines.ts";

const NOW = "2026-11-26T09:00:00.000Z";

describeOnEngines(
  "what an earlier version knew of suppliers",
  (on) => {
    test("becomes statuses without dates, and the lines and cells say it", async () => {
      const before = MIGRATIONS.filter(({ name }) => name < "0039");
      await migrate(on.opened, { migrations: before, now: NOW });
      for (const statement of POPULATION) await sql.raw(statement).execute(on.db);
      await migrate(on.opened, { migrations: MIGRATIONS, now: NOW });
      const held = await listSupplierStatuses(
        on.db,
        SUPPLIERS.map(([id]) => id),
      );
      const lines = await on.db.selectFrom("order_lines").select(["supplier_id", "social"]).execute();
      const cells = await on.db.selectFrom("cells").selectAll().execute();
      for (const [id, , expected] of SUPPLIERS) {
        const own = held.filter(({ supplierId }) => supplierId === id);
        expect(own.map(({ status }) => status)).toEqual(expected);
        expect(
          own.every(({ validFrom, validTo, reference }) => (validFrom ?? validTo ?? reference) === null),
        ).toBe(true);
        const social = socialMarksOn(own, "2026-11-02");
        expect(lines.filter((line) => line.supplier_id === id)).toEqual([{ supplier_id: id, social }]);
        expect(cells.filter((cell) => cell.supplier_id === id)).toEqual([
          expect.objectContaining({ social, amount_cents: 1000, lines: 1, marks: 5 }),
        ]);
      }
    });
  },
  { schema: "bare" },
);

/** Id; legal form, insertion, ESS and ESUS as they were; what becomes of them. */
const SUPPLIERS = [
  ["s1", "'ASSOCIATION', 'ACI', 1, 1", ["ASSOCIATION", "ACI", "ESUS"]],
  ["s2", "'SOCIETE', null, 0, 0", ["SOCIETE"]],
  ["s3", "null, null, 0, 0", []],
  ["s4", "'SOCIETE', 'EA', 1, 0", ["SOCIETE_ESS", "EA"]],
  ["s5", "null, 'ESAT', 0, 0", ["ESAT"]],
  ["s6", "null, 'GEIQ', 1, 1", ["GEIQ", "ESUS"]],
] as const;

const POPULATION = [
  `insert into organisations (id, name, territory_code, demo, created_at) values ('org', 'Département', null, 0, '${NOW}')`,
  `insert into communes (code, name, search, departement, region, postcodes)
    values ('62041', 'Arras', 'arras', '62', '32', '[]')`,
  `insert into canteens (id, organisation_id, name, search, siret, sector, regime, commune, departement, region,
    active, created_at)
    values ('c', 'org', 'Collège', 'college', '1', 'COLLEGE', 'PUBLIC', '62041', '62', '32', 1, '${NOW}')`,
  `insert into verdicts (canteen_id, id, content, organic_status, quality_status, short_status, local_status)
    values ('c', 'v', '{}', 'no', 'no', 'no', 'no')`,
  ...SUPPLIERS.flatMap(([id, was]) => [
    `insert into suppliers (id, name, search, kind, legal_form, insertion_status, ess, esus, active, created_at)
      values ('${id}', '${id}', '${id}', 'WHOLESALER', ${was}, 1, '${NOW}')`,
    `insert into orders (canteen_id, id, supplier_id, kind, status, ordered_on, version, created_at, updated_at)
      values ('c', 'o-${id}', '${id}', 'ORDER', 'INVOICED', '2026-11-02', 1, '${NOW}', '${NOW}')`,
    `insert into order_lines (canteen_id, id, order_id, supplier_id, position, description, search, family,
      amount_ht_cents, origin_communes, claims, counted_on, date_kind, month, counted, strict_category,
      declared_category, marks, verdict_id)
      values ('c', 'l-${id}', 'o-${id}', '${id}', 0, 'Pain', 'pain', 'BOULANGERIE', 1000, '[]', '[]', '2026-11-02',
        'order', '2026-11', 1, 'NON_EGALIM', 'NON_EGALIM', 5, 'v')`,
    `insert into cells (canteen_id, month, supplier_id, family, strict_category, declared_category, marks,
      amount_cents, weight_grams, weighed_cents, lines)
      values ('c', '2026-11', '${id}', 'BOULANGERIE', 'NON_EGALIM', 'NON_EGALIM', 5, 1000, 0, 0, 1)`,
  ]),
];
