import type { AppMigration } from "../engine.ts";
import { runDdl } from "./ddl.ts";

/** What was found to be wrong in a légumerie's ledger: entries beside what was written, which stays. */
export const migration0032: AppMigration = {
  name: "0032-legumerie-corrections",
  up: (context) => runDdl(context, STATEMENTS),
};

const STATEMENTS = [
  `create table legumerie_corrections (
    legumerie_id $text not null references suppliers (id), id $text not null, corrected_on $text not null,
    reason $text not null, created_at $text not null, primary key (legumerie_id, id))`,
  `create index legumerie_corrections_by_day on legumerie_corrections (legumerie_id, corrected_on)`,
  `create table legumerie_correction_lines (
    legumerie_id $text not null, correction_id $text not null, part $text not null, batch_id $text not null,
    subject_id $text not null, grams $money not null,
    primary key (legumerie_id, correction_id, part, batch_id, subject_id),
    foreign key (legumerie_id, correction_id) references legumerie_corrections (legumerie_id, id),
    check (grams <> 0))`,
  `create index legumerie_correction_lines_by_subject
    on legumerie_correction_lines (legumerie_id, subject_id, part, batch_id)`,
  `create index legumerie_batch_inputs_by_lot on legumerie_batch_inputs (legumerie_id, lot_id, batch_id)`,
  `create index legumerie_lots_by_supplier_lot on legumerie_lots (legumerie_id, supplier_lot)`,
  `create table legumerie_drills (
    legumerie_id $text not null references suppliers (id), id $text not null, lot_id $text not null,
    started_at $text not null, ended_at $text not null, canteens $int not null, deliveries $int not null,
    grams $money not null, created_at $text not null, primary key (legumerie_id, id),
    foreign key (legumerie_id, lot_id) references legumerie_lots (legumerie_id, id))`,
];
