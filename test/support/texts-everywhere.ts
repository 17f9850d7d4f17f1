import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { upsertContract } from "../../db/queries/contracts.ts";
import { saveFile } from "../../db/queries/files.ts";
import { saveOrder } from "../../server/actions/save-order.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { aClause, aContract, anAwardedLot } from "./contracts.ts";
import type { EngineFixture } from "./engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "./seed.ts";

interface Place {
  organisationId: Id;
  canteenId: Id;
  supplierId: Id;
}

/** An organisation where `said` is written in every place where people write, and names every file; its id. */
export async function writeEverywhere(on: EngineFixture, said: string): Promise<Id> {
  const { db } = on;
  const { organisationId } = await seedOrganisation(db);
  const canteenId = (await seedCanteen(db, { organisationId })).id;
  const supplierId = (await seedSupplier(db, { kind: "LEGUMERIE" })).id;
  const place = { organisationId, canteenId, supplierId };
  await writeOrder(on, place, said);
  await writeWorkshop(db, place, said);
  await writeOrganisation(db, place, said);
  await nameFiles(db, place, said);
  return organisationId;
}

/** An order, refused in part, and its delivery by a workshop. */
async function writeOrder(on: EngineFixture, { canteenId, supplierId }: Place, said: string): Promise<void> {
  const refusal = { reason: "QUALITY", note: said } as const;
  const line = anOrderLine({ receivedMilli: 9_000, refusal });
  const order = anOrder({ supplierId, note: said, lines: [line] });
  await saveOrder(actionContext(on), canteenId, order);
  const delivery = { canteen_id: canteenId, id: newId(), legumerie_id: supplierId, output_id: newId() };
  await insertRows(on.db, {
    legumerie_deliveries: {
      ...delivery,
      delivered_on: TODAY,
      grams: 10_000,
      refused_grams: 1_000,
      price_ht_cents: 2_000,
      order_id: order.id,
      line_id: line.id,
      created_at: NOW,
    },
    legumerie_delivery_details: {
      canteen_id: canteenId,
      delivery_id: delivery.id,
      refusal_reason: "QUALITY",
      refusal_note: said,
      replaced: said,
      replaced_reason: "SHORTAGE",
      out_of_area: 0,
    },
    legumerie_refusals: {
      ...delivery,
      id: newId(),
      delivery_id: delivery.id,
      grams: 100,
      credit_ht_cents: 20,
      reason: "QUALITY",
      note: said,
      refused_on: TODAY,
      created_at: NOW,
    },
  });
}

async function writeWorkshop(
  db: Kysely<Database>,
  { canteenId, supplierId }: Place,
  said: string,
): Promise<void> {
  const productId = (await seedProduct(db)).id;
  const asked = { canteen_id: canteenId, legumerie_id: supplierId, product_id: productId, created_at: NOW };
  await insertRows(db, {
    legumerie_requests: {
      ...asked,
      id: newId(),
      cut: "GRATED",
      grams: 1_000,
      weekly: 0,
      organic: 0,
      asked_on: TODAY,
      wanted_on: TODAY,
      note: said,
      status: "DECLINED",
      answer: said,
    },
    legumerie_notices: {
      ...asked,
      id: newId(),
      kind: "DECLINED",
      day: TODAY,
      cut: "GRATED",
      grams: 1_000,
      words: said,
      out_of_area: 0,
    },
    legumerie_corrections: {
      legumerie_id: supplierId,
      id: newId(),
      corrected_on: TODAY,
      reason: said,
      created_at: NOW,
    },
  });
}

/** A year reopened, a report reopened, a measure given up, a contract, a public page. */
async function writeOrganisation(
  db: Kysely<Database>,
  { organisationId, canteenId }: Place,
  said: string,
): Promise<void> {
  const clause = aClause({ agreedHoursE2: 100, agreedReason: said, facilitator: said });
  const contract = aContract({ lots: [anAwardedLot({ clauses: [clause] })] });
  await upsertContract(db, organisationId, { ...contract, createdAt: NOW });
  const measureId = newId();
  await insertRows(db, {
    declarations: {
      canteen_id: canteenId,
      id: newId(),
      year: 2025,
      amounts: "{}",
      lines: 0,
      declared_at: NOW,
      reopened_at: NOW,
      reason: said,
    },
    council_reports: {
      id: newId(),
      organisation_id: organisationId,
      semester: "2025-S1",
      content: "{}",
      closed_at: NOW,
      reopened_at: NOW,
      reason: said,
    },
    measures: {
      id: measureId,
      organisation_id: organisationId,
      title: "Bio",
      search: "bio",
      description: said,
      owner_title: "La cheffe",
      starts_on: TODAY,
      due_on: TODAY,
      state: "GIVEN_UP",
      reason: said,
      figure: "ORGANIC",
      certainty: "strict",
      scope_kind: "organisation",
      scope_id: organisationId,
      start_value: 0,
      start_on: TODAY,
      target_value: 1,
      created_at: NOW,
    },
    measure_entries: {
      measure_id: measureId,
      id: newId(),
      kind: "comment",
      note: said,
      changes: "[]",
      written_at: NOW,
    },
    shares_links: {
      id: newId(),
      organisation_id: organisationId,
      label: said,
      year: 2025,
      token_hash: newId(),
      expires_on: TODAY,
      indexed: 0,
      embed_sites: "[]",
      created_at: NOW,
    },
  });
}

async function nameFiles(
  db: Kysely<Database>,
  { organisationId, canteenId, supplierId }: Place,
  said: string,
): Promise<void> {
  const [proof, invoice, dropped, imported, hours] = [newId(), newId(), newId(), newId(), newId()];
  for (const id of [proof, invoice, dropped, imported, hours]) {
    const content = Buffer.from(id);
    await saveFile(db, {
      id,
      name: said,
      media_type: "text/csv",
      size: content.length,
      content,
      created_at: NOW,
    });
  }
  await insertRows(db, {
    certificates: {
      id: newId(),
      supplier_id: supplierId,
      scheme: "AB",
      number: "1",
      families: "[]",
      valid_from: TODAY,
      file_id: proof,
      created_at: NOW,
    },
    invoices: {
      canteen_id: canteenId,
      id: newId(),
      file_id: invoice,
      file_name: said,
      media: "pdf",
      state: "REVIEW",
      search: "",
      gap_cents: 0,
      created_at: NOW,
    },
    import_runs: {
      canteen_id: canteenId,
      id: newId(),
      file_id: dropped,
      file_name: said,
      state: "DONE",
      progress: "{}",
      created_at: NOW,
      updated_at: NOW,
    },
    imports: {
      id: newId(),
      organisation_id: organisationId,
      file_sha256: imported,
      file_name: said,
      rows_read: 0,
      rows_created: 0,
      rows_refused: 0,
      rows_duplicate: 0,
      total_cents: 0,
      issues: "[]",
      created_at: NOW,
    },
    clause_hour_imports: {
      id: newId(),
      organisation_id: organisationId,
      file_name: said,
      sha256: hours,
      changes: "[]",
      created_at: NOW,
    },
  });
}

/** One row each; a column that is not said is null. */
async function insertRows(
  db: Kysely<Database>,
  rows: { [T in keyof Database]?: Partial<Database[T]> },
): Promise<void> {
  for (const [table, row] of Object.entries(rows))
    await db
      .insertInto(table as keyof Database)
      .values(row as never)
      .execute();
}
