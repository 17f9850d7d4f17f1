import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What was asked of suppliers, and the articles that a proof names. */
export const migration0009: AppMigration = {
  name: "0009-proofs",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table proof_requests (
    id $text primary key not null, organisation_id $text not null references organisations (id),
    supplier_id $text not null references suppliers (id), asked_on $text not null, proofs $text not null,
    letter $text not null, created_by $text references users (id), created_at $text not null)`,
  `create index proof_requests_by_supplier on proof_requests (supplier_id, organisation_id)`,
  `create table certificate_offers (
    certificate_id $text not null references certificates (id),
    offer_id $text not null references offers (id), primary key (certificate_id, offer_id))`,
];
