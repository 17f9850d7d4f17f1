import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** Finished goods that leave a légumerie without a canteen: past their use-by date, or given away before it. */
export const migration0059: AppMigration = {
  name: "0059-legumerie-disposals",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table legumerie_disposals (
    legumerie_id $text not null, id $text not null, output_id $text not null, disposed_on $text not null,
    grams $money not null, cause $text not null, destination $text not null, created_at $text not null,
    primary key (legumerie_id, id),
    foreign key (legumerie_id, output_id) references legumerie_outputs (legumerie_id, id), check (grams > 0))`,
  `create index legumerie_disposals_by_output on legumerie_disposals (legumerie_id, output_id)`,
];
