import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listAudit, listAuditPeople } from "../../db/queries/audit.ts";
import { listCommunesByCodes } from "../../db/queries/communes.ts";
import { listNames } from "../../db/queries/names.ts";
import { listTerritoriesByCodes } from "../../db/queries/territories.ts";
import type { AuditFilter, AuditPage } from "../../shared/audit.ts";
import type { References } from "../../shared/audit-references.ts";
import { referencesOf } from "../../shared/audit-references.ts";
import type { Id } from "../../shared/ids.ts";

export interface AuditReading {
  streams: readonly string[];
  /** People the reader may hear named; null: whoever wrote in these streams. */
  nameable: readonly Id[] | null;
  /** Canteens the reader may hear named. */
  canteenIds: readonly Id[];
  filter: AuditFilter;
}

/** One page of changes, the people who made any, and the names of what they hold and the reader may see. */
export async function readAudit(db: Kysely<Database>, reading: AuditReading): Promise<AuditPage> {
  const page = await listAudit(db, reading);
  const people = await listAuditPeople(db, reading);
  const names = await namesOf(db, referencesOf(page.rows), reading);
  return { ...page, people, names };
}

/** The catalogue and the communes are open to all; canteens and people only when the reader may hear of them. */
async function namesOf(
  db: Kysely<Database>,
  { suppliers, products, offers, canteens, users, communes, territories }: References,
  { nameable, canteenIds }: AuditReading,
): Promise<Record<string, string>> {
  const named = await Promise.all([
    listNames(db, "suppliers", [...suppliers]),
    listNames(db, "products", [...products]),
    listNames(db, "offers", [...offers]),
    listNames(
      db,
      "canteens",
      canteenIds.filter((id) => canteens.has(id)),
    ),
    listNames(
      db,
      "users",
      (nameable ?? []).filter((id) => users.has(id)),
    ),
  ]);
  const places = [
    ...(await listCommunesByCodes(db, [...communes])),
    ...(await listTerritoriesByCodes(db, [...territories])),
  ];
  return Object.fromEntries([
    ...named.flat().map(({ id, name }) => [id, name] as const),
    ...places.map(({ code, name }) => [code, name] as const),
  ]);
}
