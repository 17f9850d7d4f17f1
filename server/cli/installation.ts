import { access, constants, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Database } from "../../db/database.ts";
import { DatabaseError } from "../../db/database-error.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase, OpenOptions } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { ActionContext } from "../action-context.ts";
import { loadReference } from "../actions/load-reference.ts";
import { readClock } from "../clock.ts";
import { CliError } from "./cli-error.ts";
import type { Environment } from "./environment.ts";

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
    url: databaseUrl ?? join(dataDir, "bonnepart.sqlite"),
    ...(directUrl ? { directUrl } : {}),
    ...(replicaUrl ? { replicaUrl } : {}),
    ...(typeof poolSize === "number" ? { poolSize } : {}),
    ...heard,
  }).catch(explain);
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: readClock().now });
    await loadReference(opened.db);
    await opened.replica?.requireNow();
  } catch (error) {
    await opened.close();
    explain(error);
  }
  const { db, reader, engine } = opened;
  return {
    opened,
    context: () => ({ db, reader, engine, ...readClock(), userId: null }),
    close: opened.close,
  };
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

/** Node's own recursive mkdir never ends where the system refuses by ENOENT, as under /proc. */
async function makeFolder(folder: string): Promise<void> {
  const reason = await tryFolder(folder);
  if (reason === "ENOENT" && dirname(folder) !== folder) {
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

/** ENOENT when what should hold the folder is not there; null when the folder now is. */
async function tryFolder(folder: string): Promise<"ENOENT" | null> {
  try {
    await mkdir(folder);
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return code;
    if (code === "EEXIST") return null;
    throw error;
  }
}

function explain(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw error;
  throw new CliError({ fr: `La base de données ne peut pas servir (${error.code}).`, en: error.message }, 1, {
    cause: error,
  });
}
