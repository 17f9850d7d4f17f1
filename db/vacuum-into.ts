import Sqlite from "better-sqlite3";

/** A connection that copies a SQLite database while others write; made before the copy, so that it starts at once. */
export interface SqliteCopier {
  /** Writes one state of the database into a new file. Throws what SQLite says: full, corrupt, not writable. */
  copyInto(file: string): void;
  /** The same page by page, whatever the pages hold: what a damaged database still has. Without end while others write. */
  copyPages(file: string): Promise<void>;
  close(): void;
}

/** The file must be there. */
export function openSqliteCopier(path: string): SqliteCopier {
  const raw = new Sqlite(path, { fileMustExist: true, timeout: 10_000 });
  const copy = raw.prepare("vacuum into ?");
  return {
    copyInto: (file) => void copy.run(file),
    copyPages: async (file) => void (await raw.backup(file)),
    close: () => void raw.close(),
  };
}

/** Whether another program has this SQLite database open, a server above all. The file must be there. */
export function isSqliteInUse(path: string): boolean {
  const raw = new Sqlite(path, { fileMustExist: true, timeout: 0 });
  try {
    raw.pragma("locking_mode = exclusive");
    raw.exec("begin immediate; select 1 from sqlite_schema limit 1; rollback");
    return false;
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY")) return true;
    throw error;
  } finally {
    raw.close();
  }
}

/** SQLite's name of what failed, such as SQLITE_CORRUPT; null for anything else. */
export function sqliteErrorCode(error: unknown): string | null {
  return error instanceof Sqlite.SqliteError ? error.code : null;
}
