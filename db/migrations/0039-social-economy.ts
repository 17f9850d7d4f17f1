import type { Kysely } from "kysely";
import { sql } from "kysely";
import { newId } from "../../shared/ids.ts";
import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/**
 * What a supplier is has dates: its legal form, its work of insertion, its approval. What was known of it held on every
 * day, so every line and cell of a supplier takes the same bits (those of shared/social-marks.ts on the day this was
 * written, all of them declared: nothing was on file).
 */
export const migration0039: AppMigration = {
  name: "0039-social-economy",
  async up(context) {
    await runDdl(context, TABLES);
    for (const supplier of await listSocialSuppliers(context.db)) await moveSupplier(context.db, supplier);
    await runDdl(context, REPLACED);
  },
};

const KEY = "canteen_id, month, supplier_id, family, strict_category, declared_category, marks";
const SUMS = "amount_cents, weight_grams, weighed_cents, lines";

const TABLES = [
  `create table supplier_statuses (
    id $text primary key not null, supplier_id $text not null references suppliers (id), status $text not null,
    reference $text, valid_from $text, valid_to $text, created_at $text not null,
    check (valid_from is null or valid_to is null or valid_to >= valid_from))`,
  `create index supplier_statuses_by_supplier on supplier_statuses (supplier_id)`,
  `alter table order_lines add column social $int not null default 0`,
  `create table social_cells (
    canteen_id $text not null references canteens (id), month $text not null,
    supplier_id $text not null references suppliers (id), family $text not null,
    strict_category $text not null, declared_category $text not null, marks $int not null, social $int not null,
    amount_cents $money not null, weight_grams $money not null, weighed_cents $money not null,
    lines $int not null,
    primary key (${KEY}, social))`,
  `insert into social_cells (${KEY}, social, ${SUMS}) select ${KEY}, 0, ${SUMS} from cells`,
];

const REPLACED = [
  "drop table cells",
  "alter table social_cells rename to cells",
  "alter table suppliers drop column legal_form",
  "alter table suppliers drop column insertion_status",
  "alter table suppliers drop column ess",
  "alter table suppliers drop column esus",
];

/** Bits of « at least declared ». */
const ESS = 2048;
const BITS: Readonly<Record<string, number>> = {
  ASSOCIATION: ESS,
  COOPERATIVE: ESS,
  MUTUELLE: ESS,
  FONDATION: ESS,
  SOCIETE_ESS: ESS,
  EI: 2,
  ACI: 2,
  AI: 2,
  ETTI: 2,
  EA: 8,
  EATT: 8,
  ESAT: 32,
  GEIQ: 128,
  ESUS: 512 | ESS,
};

interface SocialSupplier {
  id: string;
  legal_form: string | null;
  insertion_status: string | null;
  ess: number;
  esus: number;
  created_at: string;
}

async function listSocialSuppliers(db: Kysely<unknown>): Promise<SocialSupplier[]> {
  const { rows } = await sql<SocialSupplier>`
    select id, legal_form, insertion_status, ess, esus, created_at from suppliers
    where legal_form is not null or insertion_status is not null or ess = 1 or esus = 1 order by id`.execute(
    db,
  );
  return rows;
}

async function moveSupplier(db: Kysely<unknown>, supplier: SocialSupplier): Promise<void> {
  const statuses = statusesOf(supplier);
  for (const status of statuses)
    await sql`insert into supplier_statuses (id, supplier_id, status, created_at)
      values (${newId()}, ${supplier.id}, ${status}, ${supplier.created_at})`.execute(db);
  const bits = statuses.reduce((sum, status) => sum | (BITS[status] ?? 0), 0);
  if (bits === 0) return;
  await sql`update order_lines set social = ${bits} where supplier_id = ${supplier.id}`.execute(db);
  await sql`update social_cells set social = ${bits} where supplier_id = ${supplier.id}`.execute(db);
}

/** A supplier of the social economy of which nothing else says why is a company that meets its rules. */
function statusesOf({ legal_form, insertion_status, ess, esus }: SocialSupplier): string[] {
  const others = [insertion_status, esus === 1 ? "ESUS" : null];
  const isKnown = [legal_form, ...others].some((status) => ((BITS[status ?? ""] ?? 0) & ESS) !== 0);
  const form = ess === 1 && !isKnown ? "SOCIETE_ESS" : legal_form;
  return [form, ...others].filter((status) => status !== null);
}
