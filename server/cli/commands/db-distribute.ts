import { distribute, findCitus, listTablePlaces } from "../../../db/distribute.ts";
import { CliError } from "../cli-error.ts";
import type { CommandCall } from "../command.ts";

/** Spreads the tables over the machines of Citus; with `--dry-run`, says how it would. */
export async function distributeTables(call: CommandCall): Promise<number> {
  const { opened } = await call.open();
  if (opened.engine !== "postgres")
    throw new CliError({
      fr: "db distribute attend une base PostgreSQL : donnez son adresse par DATABASE_URL.",
      en: "db distribute expects a PostgreSQL database: give its address with DATABASE_URL.",
    });
  if (call.flag("dry-run")) {
    const places = await listTablePlaces(opened.reader);
    if (call.flag("json")) call.print(JSON.stringify(places));
    else for (const { table, kind } of places) call.print(`${table} : ${KINDS[kind]}`);
    return 0;
  }
  const citus = await findCitus(opened.reader);
  if (citus === undefined)
    throw new CliError({
      fr: "L'extension Citus manque dans cette base : installez-la, puis « create extension citus » par son administrateur. Rien n'a été changé.",
      en: 'The Citus extension is missing in this database: install it, then "create extension citus" by its administrator. Nothing was changed.',
    });
  const tables = await distribute(opened.db, ({ table, kind, done }) =>
    call.note(`${table} : ${KINDS[kind]}${done ? "" : " (déjà / already)"}`),
  );
  const done = tables.filter((table) => table.done).length;
  if (call.flag("json")) call.print(JSON.stringify({ citus: citus.version, tables }));
  else {
    call.print(`Citus ${citus.version} : ${done} tables réparties, ${tables.length - done} l'étaient déjà.`);
    call.print(`Citus ${citus.version}: ${done} tables spread, ${tables.length - done} were already.`);
  }
  return 0;
}

const KINDS = {
  canteen: "par cantine / by canteen",
  shared: "en entier sur chaque machine / whole on each machine",
} as const;
