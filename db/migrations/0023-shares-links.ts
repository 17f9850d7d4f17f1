import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Public pages of a year's figures. The token of their address is kept by its SHA-256 only. */
export const migration0023: AppMigration = {
  name: "0023-shares-links",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table shares_links (
    id $text not null primary key, organisation_id $text not null references organisations (id),
    canteen_id $text references canteens (id), label $text not null, year $int not null,
    token_hash $text not null unique, expires_on $text not null, indexed $bool not null,
    embed_sites $text not null, created_at $text not null, created_by $text references users (id),
    revoked_at $text, revoked_by $text references users (id))`,
  `create index shares_links_by_organisation on shares_links (organisation_id, canteen_id)`,
];
