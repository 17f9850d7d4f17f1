import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { findMoved } from "../backups/moved-mark.ts";
import { CliError } from "./cli-error.ts";

/** Of a database that `db move` copied elsewhere: what would be written here, nobody would see again. CliError. */
export async function refuseMoved(db: Kysely<Database>): Promise<void> {
  const moved = await findMoved(db);
  if (moved === null) return;
  const { to, at } = moved;
  throw new CliError({
    fr: `Cette base a été déplacée vers PostgreSQL (${to}), ${formatFrenchMoment(at, "fr")} : démarrez avec DATABASE_URL. Pour reprendre celle-ci, sans ce qui a été enregistré là-bas depuis : npm run -s cli -- db move --undo`,
    en: `This database was moved to PostgreSQL (${to}), ${formatFrenchMoment(at, "en")}: start with DATABASE_URL. To go back to this one, without what was saved there since: npm run -s cli -- db move --undo`,
  });
}
