import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { DatabaseError } from "../../db/database-error.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase, OpenOptions } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { ActionContext } from "../action-context.ts";
import { loadReference } from "../actions/load-reference.ts";
import { readClock } from "../clock.ts";
import { makeFolder } from "../make-folder.ts";
import { CliError } from "./cli-error.ts";
import type { Environment } from "./environment.ts";
import { refuseMoved } from "./refuse-moved.ts";

/** A database in service, at the last schema, with the communes and territories of France. */
export interface Installation {
  opened: OpenedDatabase<Database>;
  /** What actions need when no person asks: the clock is read each time. */
  context(): ActionContext;
  close(): Promise<void>;
}

/** Opens and prepares the database. CliError with what to do when that cannot be. */
export async function openInstallation(
  {
    databaseUrl,
    dataDir,
    directUrl,
    poolSize,
    replicaUrl,
  }: Pick<Environment, "databaseUrl" | "dataDir"> & Partial<Environment>,
  heard: Pick<OpenOptions, "log"> = {},
): Promise<Installation> {
  if (databaseUrl === null) await requireWritable(dataDir);
  const opened = await openDatabase<Database>({
    url: databaseUrl ?? sqlitePathOf(dataDir),
    ...(directUrl ? { directUrl } : {}),
    ...(replicaUrl ? { replicaUrl } : {}),
    ...(typeof poolSize === "number" ? { poolSize } : {}),
    ...heard,
  }).catch(explainDatabase);
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: readClock().now });
    if (opened.engine === "sqlite") await refuseMoved(opened.reader);
    await loadReference(opened.db);
    await opened.replica?.requireNow();
  } catch (error) {
    await opened.close();
    explainDatabase(error);
  }
  const { db, reader, engine } = opened;
  return {
    opened,
    context: () => ({ db, reader, engine, ...readClock(), userId: null }),
    close: opened.close,
  };
}

/** The file of an installation on SQLite. */
export function sqlitePathOf(dataDir: string): string {
  return join(dataDir, "bonnepart.sqlite");
}

async function requireWritable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new CliError(
      {
        fr: `Le dossier ${folder} ne peut pas être écrit : donnez-en les droits à ce compte, ou choisissez-en un autre par DATA_DIR.`,
        en: `The folder ${folder} cannot be written: give this account the permission, or choose another one with DATA_DIR.`,
      },
      1,
      { cause },
    );
  }
}

/** What a database refused to be opened for, in one sentence; a bug stays a bug. */
export function explainDatabase(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw error;
  throw new CliError({ fr: `La base de données ne peut pas servir (${error.code}).`, en: error.message }, 1, {
    cause: error,
  });
}
