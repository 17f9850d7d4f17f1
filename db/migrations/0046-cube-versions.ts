import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** A canteen without row has never been written since: version 0. */
export const migration0046: AppMigration = {
  name: "0046-cube-versions",
  up: (context) =>
    runDdl(context, [
      `create table cube_versions (
        canteen_id $text not null primary key references canteens (id), version $money not null)`,
    ]),
};
