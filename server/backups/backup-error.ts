/** Why a backup, a restoration or a move was not made. Nothing was then written. */
export const BACKUP_REFUSALS = [
  /** There is no database to copy. */
  "no-database",
  /** The database is at another schema than this program: detail is its schema. */
  "other-schema",
  /** The folder of the backup holds something. */
  "folder-not-empty",
  "not-writable",
  "no-room",
  /** The folder holds no backup: detail is the file that is missing. */
  "no-backup",
  /** A file of the backup is not what was written: detail is its name. */
  "altered",
  /** The database that was written is not the one that was read, or is damaged: detail says where. */
  "not-proven",
  /** The backup is of a damaged database, and was not asked for as such: detail says where. */
  "damaged",
  /** There is a database already where one is to be written: detail is its file, or a table with rows. */
  "not-empty",
  /** A server has the database open. */
  "in-use",
] as const;

export type BackupRefusal = (typeof BACKUP_REFUSALS)[number];

export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly refusal: BackupRefusal;
  /** A file, a table, a schema: see the refusals; "" when there is nothing more to say. */
  readonly detail: string;

  constructor(refusal: BackupRefusal, detail = "", options?: ErrorOptions) {
    super(`${refusal} ${detail}`.trim(), options);
    this.refusal = refusal;
    this.detail = detail;
  }
}
